/** What retrieval practice is given: a bank of items. */
import type { Content } from "../shared/contract";

export interface Option {
  text: string;
  right: boolean;
  feedback: string;
}

export interface Item {
  id: string;
  claims: string[];
  question: string;
  options: Option[];
  /** What an organisation can do, where the question is about one person. */
  organisational?: string | null;
}

export interface RecallContent extends Content {
  items: Item[];
}

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
  /** Ids of citations of the article that it asks about. */
  citations: string[];
  question: string;
  options: Option[];
  /** What an organisation can do, where the question is about one person. */
  organisational?: string | null;
}

export interface RecallContent extends Content {
  items: Item[];
  /** The citations that items ask about: id -> number in the article and as cited there. */
  cited: Record<string, Cited>;
}

export interface Cited {
  number: number;
  as_cited: string;
}

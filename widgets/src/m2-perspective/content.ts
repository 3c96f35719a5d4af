/** What the exercise is given: portraits, the topics people are asked about, the source. */
import type { Content } from "../shared/contract";

export interface Portrait {
  id: string;
  name: string;
  about: string;
  /** Topic -> what the portrait makes likely, 0 to 10. */
  expected: Record<string, number>;
  /** What it tempts a reader to assume. */
  tempts: string;
}

export interface Topic {
  id: string;
  /** A sentence that people say is more or less like them. */
  text: string;
  leanings: Record<string, number>;
}

export interface PerspectiveContent extends Content {
  portraits: Portrait[];
  topics: Topic[];
  /** File name -> Python text. */
  source: Record<string, string>;
}

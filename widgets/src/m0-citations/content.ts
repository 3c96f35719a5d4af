/** What the citation detective is given: ten citations, what turned up, and the audit. */
import type { Claim, Content } from "../shared/contract";

export interface Entry {
  work: string;
  says: string;
}

export interface Card {
  id: string;
  number: number;
  as_cited: string;
  /** What it is cited for, in the course's words. */
  sentence: string;
  turned_up: string;
  entries: Entry[];
  exists: string;
  exists_note: string;
  also_exists: string[];
  supports: string;
  supports_note: string;
  also_supports: string[];
  /** Why more than one reading is fair, where it is. */
  between: string | null;
  closest: string[];
  closest_note: string;
  claims: string[];
}

export interface Work {
  id: string;
  authors: string;
  year: string;
  title?: string;
  where: string;
  doi?: string;
  finding: string;
  mark: string;
  mark_words: string;
}

export interface CitationsContent extends Content {
  cards: Card[];
  works: Record<string, Work>;
  /** The claims for which the citations are given. */
  cited: Record<string, Claim>;
  /** The answers to each of the two questions, in words, by code. */
  choices: Record<"exists" | "supports", Record<string, string>>;
  source: Record<string, string>;
}

/** What the synchrony lab is given: reasons, readings of a figure, levers, works, the source. */
import type { Content } from "../shared/contract";
import type { MovedLever } from "../shared/levers_moved";
import type { Reason } from "../shared/reasons_part";

/** A statement that somebody might take from a figure. */
export interface Reading {
  id: string;
  text: string;
  /** Whether the figure says it. */
  says: boolean;
  feedback: string;
}

export interface Work {
  id: string;
  authors: string;
  year: string;
  where: string;
  doi?: string;
  finding: string;
  mark_words: string;
}

export interface SynchronyContent extends Content {
  reasons: Reason[];
  readings: Reading[];
  levers: MovedLever[];
  works: Work[];
  /** File name -> Python text. */
  source: Record<string, string>;
}

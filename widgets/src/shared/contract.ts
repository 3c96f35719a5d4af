/**
 * What every exercise is given and what it hands back.
 *
 * Content arrives as plain data from the catalogue, whatever supplies it: a kernel through
 * a widget, or a static page.
 */

export type Badge = "VAL" | "CAL" | "TEACH" | "META";

export interface ContentNote {
  /** 0 none, 1 mild, 2 moderate. */
  level: number;
  text: string;
}

/** One exercise of the catalogue, with all that its card says before it starts. */
export interface Exercise {
  id: string;
  title: string;
  does: string;
  minutes: number;
  badge: Badge;
  badge_words: string;
  badge_note: string;
  content_note: ContentNote;
  claims: string[];
  falsify: string;
  omits: string[];
}

/** A claim the exercise bears on, with how sure the course is of it. */
export interface Claim {
  id: string;
  statement: string;
  status: string;
  status_words: string;
  teach: string;
}

/** What every exercise's content holds; each exercise adds its own. */
export interface Content {
  exercise: Exercise;
  claims: Claim[];
  support?: { text: string };
}

/** One finished run. It belongs to the learner. */
export interface Attempt {
  id: string;
  exercise: string;
  version: 1;
  /** ISO 8601 times. */
  started: string;
  finished: string;
  answer: Record<string, unknown>;
}

/** Draw an exercise into an element; the answer takes it away again. */
export type Mount<C extends Content = Content> = (
  element: HTMLElement,
  content: C,
  record: RecordPort,
) => () => void;

/** Whether whoever keeps the record is there: not known yet, answering, not answering. */
export type Link = "asking" | "here" | "silent";

export interface Refusal {
  id: string;
  reason: string;
}

/** What is known of the learner's record at this moment. */
export interface RecordState {
  link: Link;
  /** Where the record is kept, in words; empty until the keeper has said so. */
  where: string;
  /** Attempts in the record; null until the keeper has said so. */
  attempts: number | null;
  /** Finished attempts that wait in this browser to be handed over. */
  waiting: number;
  /** Attempts that were not accepted, kept aside in this browser. */
  refused: Refusal[];
  /** Why the record could not be written the last time; empty when it could. */
  trouble: string;
  /** False where this browser keeps nothing, so a closed page would lose what waits. */
  browserKeeps: boolean;
}

/** The learner's record as an exercise sees it. */
export interface RecordPort {
  state(): RecordState;
  /** Hear of every change; the answer stops listening. */
  watch(listener: () => void): () => void;
  /** Keep a finished attempt in this browser first, then hand it over. */
  hand(attempt: Attempt): void;
  /** Ask for a copy: the whole record, or what this browser holds if nobody answers. */
  copy(): Promise<{ records: unknown[]; whole: boolean }>;
  /** Erase the record, and what this browser keeps. False if only the browser's part. */
  erase(): Promise<boolean>;
  /** A small note of this exercise that stays in this browser (a draft, what was seen). */
  read<T>(name: string): T | null;
  write(name: string, value: unknown): void;
  drop(name: string): void;
}

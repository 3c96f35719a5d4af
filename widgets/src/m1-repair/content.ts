/** What the exercise is given: whom one may meet, statements, who can move what, the source. */
import type { Content } from "../shared/contract";
import type { MovedLever } from "../shared/levers_moved";
import type { Reason } from "../shared/reasons_part";

/** Chances at each beat, and how many beats the other waits from the cue on. */
export interface Pair {
  breaks: number;
  returns: number;
  notices: number;
  window: number;
}

/** What a beat can be: each has its own lines. */
export type Told =
  | "in_step" | "apart" | "cue" | "waits" | "closed" | "returned"
  | "inside" | "early" | "needless" | "late"
  | "asked_in_step" | "asked_apart" | "asked_noticed";

export interface Encounter {
  id: string;
  name: string;
  title: string;
  about: string;
  setting: string;
  /** What shows that this person has noticed. */
  cue: string;
  /** Your words. */
  repair: string;
  ask: string;
  pair: Pair;
  lines: Record<Told, string[]>;
  /** What the cue tempts to assume. */
  tempts: string;
}

export interface RepairContent extends Content {
  encounters: Encounter[];
  reasons: Reason[];
  levers: MovedLever[];
  /** File name -> Python text. */
  source: Record<string, string>;
}

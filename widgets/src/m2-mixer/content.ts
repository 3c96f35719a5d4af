/** What the empathy mixer is given: its levers in words, findings, the model's source. */
import type { Content } from "../shared/contract";
import type { MovedLever } from "../shared/levers_moved";

export type LeverId = "intensity" | "sharing" | "distinction" | "regulation";

/** Where the four levers stand, each in [0, 1]. */
export type Mix = Record<LeverId, number>;

export interface Lever extends MovedLever {
  id: LeverId;
  /** What the lowest and the highest value mean. */
  low: string;
  high: string;
}

export interface Finding {
  id: string;
  statement: string;
  /** Authors and year. */
  source: string;
  /** Whether it lies beyond what the model explains. */
  beyond: boolean;
  why: string;
}

export interface MixerContent extends Content {
  levers: Lever[];
  findings: Finding[];
  /** File name -> Python text. */
  source: Record<string, string>;
}

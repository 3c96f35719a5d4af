/** What else the same conversation could have been, with the same chances. */
import { play } from "../generated/repair.js";
import { acts_by, delayed, LATER, type Summary } from "../generated/repairers.js";
import { type Run, summaryWith } from "./run";

export interface Other {
  id: string;
  /** Follows "Had you ", to choose by. */
  text: string;
  /** Names the line on the picture. */
  label: string;
}

export const OTHERS: Other[] = [
  { id: "later", text: `made each repair ${LATER} beats later`, label: `${LATER} beats later` },
  { id: "constant_matcher", text: "matched at every beat", label: "matching" },
  { id: "always_early", text: "mended before any cue", label: "before cues" },
  { id: "never", text: "mended nothing", label: "nothing mended" },
];

export interface OtherCourse extends Other {
  acts: string[];
  summary: Summary;
  /** Trust at each beat, the first included. */
  trust: number[];
}

export function otherCourse(run: Run, id: string): OtherCourse {
  const other = OTHERS.find((one) => one.id === id)!;
  const { pair } = run.encounter;
  const acts = id === "later" ? delayed(run.acts, LATER) : acts_by(id, pair, run.seed);
  return { ...other, acts, summary: summaryWith(run, acts), trust: trustOf(run, acts) };
}

export function trustOf({ encounter, seed }: Run, acts: string[]): number[] {
  return play(encounter.pair, acts, seed).map(({ trust }) => trust);
}

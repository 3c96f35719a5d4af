/** One run: what was expected, what was counted, the pair that was picked, the figure read. */
import { meets_mastery, PAIRS } from "../generated/recordings.js";
import { newId } from "../shared/chance";
import type { Attempt, RecordPort } from "../shared/contract";
import type { SynchronyContent } from "./content";

/** Of the two recordings in the lab; the first of `pairs` is a. */
export type Recording = "a" | "b";
export const RECORDINGS: Recording[] = ["a", "b"];

export interface Prediction {
  /** Whether the textbook test calls the pair linked that was looked at. */
  first: "yes" | "no";
  /** How many of a hundred such pairs it calls linked. */
  called: number;
}

export interface Run {
  seed: number;
  /** ISO 8601. */
  started: string;
  prediction: Prediction;
  /** How many it did call linked; absent until they were counted and the reason given. */
  counted?: number;
  /** Why it did, by id. */
  reason?: string;
  /** Which recording was said to be of two who met, and by how many samples the second follows. */
  picked?: { recording: Recording; lag: number };
}

export interface Finished extends Required<Run> {
  /** Reading -> whether the figure was taken to say it. */
  readings: Record<string, boolean>;
}

export function newRun(seed: number, prediction: Prediction): Run {
  return { seed, started: new Date().toISOString(), prediction };
}

export function readingsRight(run: Finished, content: SynchronyContent): number {
  return content.readings.filter(({ id, says }) => run.readings[id] === says).length;
}

export function isMet(run: Finished, content: SynchronyContent): boolean {
  const { sound } = content.reasons.find(({ id }) => id === run.reason)!;
  const all = readingsRight(run, content) === content.readings.length;
  return meets_mastery(run.prediction.called, run.counted, sound, all);
}

export function attemptOf(run: Finished, content: SynchronyContent): Attempt {
  const { seed, started, prediction, counted, reason, picked, readings } = run;
  return {
    id: newId(),
    exercise: content.exercise.id,
    version: 1,
    started,
    finished: new Date().toISOString(),
    answer: { seed, prediction, counted, reason, ...picked, readings, met: isMet(run, content) },
  };
}

/** The unfinished run, or null where there is none or the content has changed since. */
export function readDraft(record: RecordPort, content: SynchronyContent): Run | null {
  const draft = record.read<Run>("draft");
  if (!draft?.prediction || !(draft.prediction.called <= PAIRS)) return null;
  const known = draft.reason === undefined || content.reasons.some(({ id }) => id === draft.reason);
  return known ? draft : null;
}

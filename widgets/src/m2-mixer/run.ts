/** One run through the mixer: what was expected, the pair that was kept, what was said of it. */
import { meets_mastery, more_distressed } from "../generated/mixer.js";
import { newId } from "../shared/chance";
import type { Attempt, RecordPort } from "../shared/contract";
import type { Finding, LeverId, Mix, MixerContent } from "./content";

/** The mix that the guess is about, and what happens to it. */
export const START: Mix = { intensity: 0.8, sharing: 0.7, distinction: 0.2, regulation: 0.2 };
export const RAISED = 0.8;

export type Alone = "distress" | "concern" | "both";

export interface Prediction {
  distress: number;
  concern: number;
  /** What rises with sharing where distinction and regulation are at nought. */
  alone: Alone;
}

export interface Run {
  /** ISO 8601. */
  started: string;
  prediction: Prediction;
  a?: Mix;
  b?: Mix;
}

export interface Pair {
  a: Mix;
  b: Mix;
}

export interface Finished extends Run, Pair {
  a: Mix;
  b: Mix;
  lever: LeverId;
  finding: Finding;
}

export function newRun(prediction: Prediction): Run {
  return { started: new Date().toISOString(), prediction };
}

export function raised(): Mix {
  return { ...START, distinction: RAISED };
}

export function isMet({ a, b, lever, finding }: Finished): boolean {
  return meets_mastery(a, b, lever, finding.beyond);
}

/** The pair by distress, with the names that the learner gave. */
export function ordered({ a, b }: Pair): { high: Mix; low: Mix; highName: string; lowName: string } {
  const [high] = more_distressed(a, b);
  if (high === a) return { high: a, low: b, highName: "A", lowName: "B" };
  return { high: b, low: a, highName: "B", lowName: "A" };
}

export function attemptOf(run: Finished, exercise: string): Attempt {
  const { prediction, a, b, lever, finding } = run;
  return {
    id: newId(),
    exercise,
    version: 1,
    started: run.started,
    finished: new Date().toISOString(),
    answer: { prediction, a, b, lever, finding: finding.id, met: isMet(run) },
  };
}

export function keepDraft(record: RecordPort, run: Run): void {
  record.write("draft", run);
}

/** The unfinished run, or null where there is none or it is not one of this course. */
export function readDraft(record: RecordPort, content: MixerContent): Run | null {
  const draft = record.read<Run>("draft");
  if (!draft?.prediction) return null;
  const whole = [draft.a, draft.b].every((mix) => !mix || content.levers.every(({ id }) => id in mix));
  return whole ? draft : null;
}

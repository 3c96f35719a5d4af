/** One run through the lab: what was expected, the edge that was found, the reason given. */
import { edge as edgeAlong, LINES, meets_mastery } from "../generated/endings.js";
import { STRONG } from "../generated/two_body.js";
import { newId } from "../shared/chance";
import type { Attempt, RecordPort } from "../shared/contract";
import type { Reason } from "../shared/reasons_part";
import type { Moods } from "./content";

/** Where the pair of the guess begins. */
export const START: Moods = { helper: 0.5, client: -1.5 };

/** The moods that the plane shows, and how long a run is drawn. */
export const PLANE: { helper: [number, number]; client: [number, number] } = { helper: [-4, 4], client: [-6, 3] };
export const DURATION = 15;

export type Turning = "nobody" | "helper" | "client" | "both";

export interface Prediction extends Moods {
  /** Whose mood changes direction on the way. */
  turning: Turning;
}

export interface Run {
  /** ISO 8601. */
  started: string;
  prediction: Prediction;
  /** The client's start along which the edge is looked for. */
  line: number;
  /** Where the helper's start was said to part the endings; absent until it is said. */
  edge?: number;
}

export interface Finished extends Run {
  edge: number;
  reason: Reason;
}

export function newRun(prediction: Prediction, seed: number): Run {
  return { started: new Date().toISOString(), prediction, line: LINES[seed % LINES.length]! };
}

/** Where the endings part along a line; every line of the task has such a place. */
export function trueEdge(line: number): number {
  return edgeAlong(line, STRONG)!;
}

export function isMet({ line, edge, reason }: Finished): boolean {
  return meets_mastery(trueEdge(line), edge, reason.sound);
}

export function attemptOf(run: Finished, exercise: string): Attempt {
  const { prediction, line, edge, reason } = run;
  return {
    id: newId(),
    exercise,
    version: 1,
    started: run.started,
    finished: new Date().toISOString(),
    answer: { prediction, line, edge, reason: reason.id, met: isMet(run) },
  };
}

export function keepDraft(record: RecordPort, run: Run): void {
  record.write("draft", run);
}

/** The unfinished run, or null where there is none or its line is not one of the task's. */
export function readDraft(record: RecordPort): Run | null {
  const draft = record.read<Run>("draft");
  return draft?.prediction && LINES.includes(draft.line) ? draft : null;
}

/** One run: whom you met, what was expected, what you did. Seed and acts bring it back. */
import { ACTS, type Beat, BEATS, play } from "../generated/repair.js";
import { ample_seed, meets_mastery, summarise, type Summary } from "../generated/repairers.js";
import { newId } from "../shared/chance";
import type { Attempt, RecordPort } from "../shared/contract";
import type { Reason } from "../shared/reasons_part";
import type { Encounter, RepairContent } from "./content";

export type Act = "wait" | "repair" | "ask";
/** By the clock, or beat by beat without one. It is not recorded: both are the same run. */
export type Way = "timed" | "stepped";

export interface Prediction {
  /** Share of the time that two people who get on are expected to be in step. */
  in_step: number;
  /** Share of one's own repairs expected inside the window. */
  inside: number;
}

export interface Run {
  encounter: Encounter;
  seed: number;
  way: Way;
  prediction: Prediction;
  acts: Act[];
  /** ISO 8601. */
  started: string;
}

export interface Finished extends Run {
  reason: Reason;
}

interface Draft extends Omit<Run, "encounter"> {
  encounter: string;
}

export function newRun(encounter: Encounter, way: Way, prediction: Prediction, seed: number): Run {
  const started = new Date().toISOString();
  return { encounter, seed: ample_seed(encounter.pair, seed), way, prediction, acts: [], started };
}

/** Every beat so far: one more than acts. */
export function beatsOf({ encounter, acts, seed }: Run): Beat[] {
  return play(encounter.pair, acts, seed);
}

export function isOver({ acts }: Run): boolean {
  return acts.length >= BEATS;
}

export function summaryOf(run: Run): Summary {
  return summaryWith(run, run.acts);
}

/** The same conversation with other acts. */
export function summaryWith({ encounter: { pair }, seed }: Run, acts: string[]): Summary {
  return summarise(play(pair, acts, seed), acts, pair.window);
}

export function keepDraft(record: RecordPort, run: Run): void {
  record.write("draft", { ...run, encounter: run.encounter.id });
}

/** The unfinished run, or null where there is none or its person is not here any more. */
export function readDraft(content: RepairContent, record: RecordPort): Run | null {
  const draft = record.read<Draft>("draft");
  const encounter = content.encounters.find(({ id }) => id === draft?.encounter);
  const sound = draft?.acts.length! <= BEATS && draft?.acts.every((act) => ACTS.includes(act));
  return draft && encounter && sound ? { ...draft, encounter } : null;
}

export function attemptOf(run: Finished, exercise: string): Attempt {
  const { encounter, seed, prediction, acts, reason } = run;
  const summary = summaryOf(run);
  const { trust, in_step, repairs, inside } = summary;
  return {
    id: newId(),
    exercise,
    version: 1,
    started: run.started,
    finished: new Date().toISOString(),
    answer: {
      encounter: encounter.id,
      seed,
      prediction,
      acts,
      reached: { trust, in_step, repairs, inside },
      reason: reason.id,
      met: meets_mastery(summary, reason.sound),
    },
  };
}

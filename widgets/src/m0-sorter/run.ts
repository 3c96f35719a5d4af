/** One run: two drawn sets, what was expected of each, and each label given. */
import { accepted_labels, draw_sets, fits, meets_mastery, SET } from "../generated/evidence_sets.js";
import { newId } from "../shared/chance";
import { type Judged, scoreOf } from "../shared/confidence/scores";
import type { Attempt, RecordPort } from "../shared/contract";
import type { Card, SorterContent } from "./content";

export interface Given extends Judged {
  id: string;
  label: string;
}

/** What happened in one of the sets, as far as it has got. */
export interface Sorted {
  /** How many labels were expected to fit. */
  expected: number;
  given: Given[];
}

/** Enough to bring a run back after a reload; the sets follow from the seed. */
export interface Run {
  seed: number;
  sorted: Sorted[];
  /** ISO 8601. */
  started: string;
}

export function newRun(seed: number): Run {
  return { seed, sorted: [], started: new Date().toISOString() };
}

/** The claims of a run's set (0 or 1), in the order in which they are shown. */
export function cardsOf(run: Run, set: number, { cards }: SorterContent): Card[] {
  const statuses = Object.fromEntries(cards.map(({ id, status }) => [id, status]));
  return draw_sets(statuses, run.seed)[set]!.map((id) => cards.find((card) => card.id === id)!);
}

export function acceptedFor({ id, status }: Card): string[] {
  return accepted_labels(id, status);
}

/** Begin the next set with what is expected of it. */
export function expect(run: Run, expected: number): Run {
  return { ...run, sorted: [...run.sorted, { expected, given: [] }] };
}

/** Give a label to the claim at a place of the last set, or give another one. */
export function give(run: Run, at: number, card: Card, label: string, confidence: number): Run {
  const { expected, given } = lastOf(run);
  const now: Given = { id: card.id, label, confidence, right: fits(card.id, card.status, label) };
  const sorted = { expected, given: [...given.slice(0, at), now, ...given.slice(at + 1)] };
  return { ...run, sorted: [...run.sorted.slice(0, -1), sorted] };
}

export function lastOf(run: Run): Sorted {
  return run.sorted.at(-1)!;
}

export function isComplete({ given }: Sorted): boolean {
  return given.length === SET;
}

export function scoresOf({ sorted }: Run): number[] {
  return sorted.filter(isComplete).map(({ given }) => scoreOf(given));
}

export function isMet(run: Run): boolean {
  return meets_mastery(scoresOf(run));
}

export function attemptOf(run: Run, exercise: string): Attempt {
  return {
    id: newId(),
    exercise,
    version: 1,
    started: run.started,
    finished: new Date().toISOString(),
    answer: { seed: run.seed, sets: run.sorted, brier: scoresOf(run) },
  };
}

/** A run whose second set is still to come, or null where there is none or the claims changed. */
export function readRun(record: RecordPort, content: SorterContent): Run | null {
  const run = record.read<Run>("draft");
  if (!run) return null;
  const known = run.sorted.every(({ given }, set) => {
    const ids = cardsOf(run, set, content).map(({ id }) => id);
    return given.every(({ id }, at) => ids[at] === id);
  });
  return known ? run : null;
}

export function keepRun(record: RecordPort, run: Run): void {
  if (run.sorted.length === 2 && isComplete(lastOf(run))) record.drop("draft");
  else record.write("draft", run);
}

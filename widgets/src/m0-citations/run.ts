/** One run: the order of the cards, what was expected, and two decisions on each card. */
import { CITATIONS_WANTED, is_accepted, is_enough, order_of } from "../generated/decisions.js";
import { newId } from "../shared/chance";
import { countRight, type Judged, scoreOf } from "../shared/confidence/scores";
import type { Attempt, RecordPort } from "../shared/contract";
import type { Card, CitationsContent } from "./content";

export interface Decided extends Judged {
  id: string;
  exists: string;
  supports: string;
  exists_right: boolean;
}

/** Enough to bring a run back after a reload. `right` is about what a work supports. */
export interface Run {
  seed: number;
  /** How many of the citations were expected to bear out their sentence. */
  expected: number;
  decisions: Decided[];
  /** ISO 8601. */
  started: string;
}

export function newRun(seed: number, expected: number): Run {
  return { seed, expected, decisions: [], started: new Date().toISOString() };
}

/** The cards in the run's own order. */
export function cardsOf({ seed }: Run, { cards }: CitationsContent): Card[] {
  return order_of(cards.map(({ id }) => id), seed).map((id) => cards.find((card) => card.id === id)!);
}

export function existsFits(card: Card, exists: string): boolean {
  return is_accepted(card.exists, card.also_exists, exists);
}

export function supportsFits(card: Card, supports: string): boolean {
  return is_accepted(card.supports, card.also_supports, supports);
}

export function decide(run: Run, card: Card, exists: string, supports: string, confidence: number): Run {
  const decided: Decided = {
    id: card.id,
    exists,
    supports,
    confidence,
    exists_right: existsFits(card, exists),
    right: supportsFits(card, supports),
  };
  return { ...run, decisions: [...run.decisions, decided] };
}

export function isMet({ decisions }: Run): boolean {
  return is_enough(countRight(decisions), CITATIONS_WANTED);
}

export function countExists({ decisions }: Run): number {
  return decisions.filter(({ exists_right }) => exists_right).length;
}

export function attemptOf(run: Run, exercise: string): Attempt {
  const { seed, expected, decisions, started } = run;
  return {
    id: newId(),
    exercise,
    version: 1,
    started,
    finished: new Date().toISOString(),
    answer: { seed, expected, decisions, brier: scoreOf(decisions) },
  };
}

/** The unfinished run, or null where there is none or the cards have changed since. */
export function readRun(record: RecordPort, content: CitationsContent): Run | null {
  const run = record.read<Run>("draft");
  if (!run) return null;
  const ids = cardsOf(run, content).map(({ id }) => id);
  return run.decisions.every(({ id }, at) => ids[at] === id) ? run : null;
}

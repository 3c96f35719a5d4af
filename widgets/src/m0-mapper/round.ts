/** One round: the guess, where the sentences lie, the gap that was named, and what it came to. */
import { count_fitting, count_protecting } from "../generated/directions.js";
import { new_generator, shuffle } from "../generated/generator.js";
import { newId } from "../shared/chance";
import type { Attempt, RecordPort } from "../shared/contract";
import { isSortingOf, openSorting, type SortCard, type Sorting } from "../shared/sorting/sorting";
import type { MapperContent } from "./content";

export interface Round {
  /** How many sentences were expected to speak of the helper's own protection. */
  predicted: number;
  sorting: Sorting;
  gap: string | null;
  /** ISO 8601. */
  started: string;
}

export function newRound(content: MapperContent, predicted: number, seed: number): Round {
  const order = shuffle(new_generator(seed), content.directions.map(({ id }) => id));
  return { predicted, sorting: openSorting(order), gap: null, started: new Date().toISOString() };
}

export function cardsOf({ directions }: MapperContent): SortCard[] {
  return directions.map(({ id, card }) => ({ id, text: card }));
}

/** The unfinished round, or null where there is none or the sentences have changed since. */
export function readRound(content: MapperContent, record: RecordPort): Round | null {
  const round = record.read<Round>("draft");
  return round && isSortingOf(round.sorting, cardsOf(content), content.zones) ? round : null;
}

export function fittingOf({ directions }: MapperContent, { sorting }: Round): number {
  return count_fitting(directions, sorting.placed);
}

export function protectingOf({ directions }: MapperContent): number {
  return count_protecting(directions);
}

export function attemptOf(content: MapperContent, round: Round): Attempt {
  const { predicted, sorting, gap, started } = round;
  return {
    id: newId(),
    exercise: content.exercise.id,
    version: 1,
    started,
    finished: new Date().toISOString(),
    answer: { predicted, placed: sorting.placed, gap, fitting: fittingOf(content, round) },
  };
}

/** One round: which items, in which order, what was answered and what it came to. */
import { new_generator, shuffle } from "../generated/generator.js";
import { newId } from "../shared/chance";
import { type Judged, scoreOf } from "../shared/confidence/scores";
import type { Attempt, RecordPort } from "../shared/contract";
import type { Item, Option, RecallContent } from "./content";

export const ROUND = 5;

export interface Given extends Judged {
  id: string;
  /** Index among the item's options as the catalogue lists them. */
  option: number;
}

/** Enough to bring a round back after a reload. */
export interface Round {
  seed: number;
  ids: string[];
  given: Given[];
  /** ISO 8601. */
  started: string;
}

/** Item id -> whether it was right the last time it was seen. */
export interface Notes {
  seen: Record<string, boolean>;
}

export function readNotes(record: RecordPort): Notes {
  return record.read<Notes>("notes") ?? { seen: {} };
}

/** Those missed last time first, then those not seen, then the rest; drawn within each. */
export function drawItems(items: Item[], { seen }: Notes, seed: number): string[] {
  const ids = shuffle(new_generator(seed), items.map((item) => item.id));
  const rank = (id: string): number => (seen[id] === false ? 0 : seen[id] === undefined ? 1 : 2);
  return ids.sort((a, b) => rank(a) - rank(b)).slice(0, ROUND);
}

export function newRound(content: RecallContent, record: RecordPort, seed: number): Round {
  const ids = drawItems(content.items, readNotes(record), seed);
  return { seed, ids, given: [], started: new Date().toISOString() };
}

/** The unfinished round, or null where there is none or the bank has changed since. */
export function readRound(content: RecallContent, record: RecordPort): Round | null {
  const round = record.read<Round>("draft");
  const known = round?.ids.every((id) => content.items.some((item) => item.id === id));
  return round && known ? round : null;
}

/** Options in a drawn order, each with its index in the catalogue. */
export function shownOptions(item: Item, seed: number): { option: Option; index: number }[] {
  const order = shuffle(new_generator(seed + item.id.length), item.options.map((_, i) => String(i)));
  return order.map((index) => ({ option: item.options[Number(index)]!, index: Number(index) }));
}

export function answer(round: Round, item: Item, option: number, confidence: number): Round {
  const right = item.options[option]!.right;
  return { ...round, given: [...round.given, { id: item.id, option, confidence, right }] };
}

export function attemptOf(round: Round, exercise: string): Attempt {
  return {
    id: newId(),
    exercise,
    version: 1,
    started: round.started,
    finished: new Date().toISOString(),
    answer: { items: round.given, brier: scoreOf(round.given) },
  };
}

export function noteFinished(record: RecordPort, round: Round): void {
  const { seen } = readNotes(record);
  const now = Object.fromEntries(round.given.map(({ id, right }) => [id, right]));
  record.write("notes", { seen: { ...seen, ...now } });
  record.drop("draft");
}

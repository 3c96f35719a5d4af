/** One walk: the order of the statements, and what was said of each. */
import { is_enough, order_of, STATEMENTS_WANTED } from "../generated/decisions.js";
import { newId } from "../shared/chance";
import type { Attempt, RecordPort } from "../shared/contract";
import type { PrivacyContent, Statement } from "./content";

export interface Said {
  id: string;
  said: boolean;
  right: boolean;
}

export interface Walk {
  seed: number;
  given: Said[];
  /** ISO 8601. */
  started: string;
}

export function newWalk(seed: number): Walk {
  return { seed, given: [], started: new Date().toISOString() };
}

export function statementsOf({ seed }: Walk, { statements }: PrivacyContent): Statement[] {
  const order = order_of(statements.map(({ id }) => id), seed);
  return order.map((id) => statements.find((one) => one.id === id)!);
}

export function say(walk: Walk, { id, holds }: Statement, said: boolean): Walk {
  return { ...walk, given: [...walk.given, { id, said, right: said === holds }] };
}

export function countRight({ given }: Walk): number {
  return given.filter(({ right }) => right).length;
}

export function isMet(walk: Walk): boolean {
  return is_enough(countRight(walk), STATEMENTS_WANTED);
}

/** How many statements fit when the same is said of each. */
export function sameThroughout(statements: Statement[], said: boolean): number {
  return statements.filter(({ holds }) => holds === said).length;
}

export function attemptOf({ seed, given, started }: Walk, exercise: string): Attempt {
  const finished = new Date().toISOString();
  return { id: newId(), exercise, version: 1, started, finished, answer: { seed, given } };
}

/** The unfinished walk, or null where there is none or the statements have changed since. */
export function readWalk(record: RecordPort, content: PrivacyContent): Walk | null {
  const walk = record.read<Walk>("draft");
  if (!walk) return null;
  const ids = statementsOf(walk, content).map(({ id }) => id);
  return walk.given.every(({ id }, at) => ids[at] === id) ? walk : null;
}

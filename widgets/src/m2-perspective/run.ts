/** One run: who is met, what was rated, and what it comes to. Seed and ratings bring it back. */
import {
  choose_portraits, confidence_gap, mean_error, partner_views, person_seed,
} from "../generated/perspective.js";
import { newId } from "../shared/chance";
import type { Attempt, RecordPort } from "../shared/contract";
import type { PerspectiveContent, Portrait } from "./content";

export type Way = "taking" | "getting";

/** One person rated. */
export interface Rated {
  /** Topic -> whole points, 0 to 10. */
  ratings: Record<string, number>;
  /** Mean distance in points that the learner expected beforehand. */
  expected: number;
}

export interface Run {
  seed: number;
  /** Which way was expected to come nearer: "getting", "taking" or "same". */
  predicted: string;
  taking: Rated | null;
  /** Topics asked about; empty until two were chosen. */
  asked: string[];
  getting: Rated | null;
  /** The gap between error and expectation that the learner reported, in points. */
  gap: number | null;
  /** ISO 8601. */
  started: string;
}

/** A person: the portrait, and what this one says to each topic. */
export interface Person {
  portrait: Portrait;
  views: Record<string, number>;
}

export function newRun(predicted: string, seed: number): Run {
  const started = new Date().toISOString();
  return { seed, predicted, taking: null, asked: [], getting: null, gap: null, started };
}

export function personOf(content: PerspectiveContent, seed: number, way: Way): Person {
  const met = choose_portraits(content.portraits.map(({ id }) => id), seed);
  const id = met[way === "taking" ? 0 : 1];
  const portrait = content.portraits.find((one) => one.id === id)!;
  return { portrait, views: partner_views(portrait.expected, content.topics, person_seed(seed, way)) };
}

/** Mean distance in points between the ratings of one round and the person's views. */
export function errorOf(content: PerspectiveContent, run: Run, way: Way): number {
  const { views } = personOf(content, run.seed, way);
  return mean_error(run[way]!.ratings, views, content.topics.map(({ id }) => id));
}

/** Above 0: further off than expected. */
export function gapOf(content: PerspectiveContent, run: Run, way: Way): number {
  return confidence_gap(errorOf(content, run, way), run[way]!.expected);
}

/** The unfinished run, or null where there is none or the topics have changed since. */
export function readRun(content: PerspectiveContent, record: RecordPort): Run | null {
  const run = record.read<Run>("draft");
  const known = content.topics.map(({ id }) => id).sort().join();
  const rated = [run?.taking, run?.getting].filter((one) => one != null);
  const fits = rated.every(({ ratings }) => Object.keys(ratings).sort().join() === known);
  return run && fits && run.asked.every((id) => known.includes(id)) ? run : null;
}

export function attemptOf(content: PerspectiveContent, run: Run): Attempt {
  const roundOf = (way: Way): object => ({
    portrait: personOf(content, run.seed, way).portrait.id,
    ...run[way]!,
    error: errorOf(content, run, way),
  });
  return {
    id: newId(),
    exercise: content.exercise.id,
    version: 1,
    started: run.started,
    finished: new Date().toISOString(),
    answer: {
      seed: run.seed,
      predicted: run.predicted,
      gap: run.gap,
      taking: roundOf("taking"),
      getting: { ...roundOf("getting"), asked: run.asked },
    },
  };
}

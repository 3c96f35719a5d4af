/** What takes long, as work in small steps: each step tells how much of the whole is done. */
import { alarms_by_memory, correlations_of_strangers, PAIRS, SAMPLES, strangers } from "../generated/recordings.js";
import { MEMORY } from "../generated/series.js";
import {
  add_surrogates, begin, LAG_SECONDS, RATE, result, SEGMENT_SECONDS, type Susy, susy,
} from "../generated/synchrony.js";

/** What SUSY is asked; lengths in samples. */
export interface SusyJob {
  kind: "susy";
  pair: number[][];
  segment: number;
  mostLag: number;
  way: string;
  surrogates: number;
  seed: number;
}

/** The correlation of each of a hundred pairs of strangers. */
export interface HundredJob {
  kind: "hundred";
  seed: number;
}

/** The same hundred held against shuffled segments: each pair's effect size. */
export interface ShuffledJob {
  kind: "shuffled";
  seed: number;
}

/** Alarms among the hundred, had their series had each of these memories. */
export interface MemoryJob {
  kind: "memory";
  seed: number;
  memories: number[];
}

export type Job = SusyJob | HundredJob | ShuffledJob | MemoryJob;
export type ResultOf<J extends Job> = J extends SusyJob ? Susy : number[];
export type Steps<T> = Generator<number, T>;

/** Surrogates a step, and surrogates for each pair of the hundred. */
const STEP = 10;
const FOR_EACH = 200;

export function stepsOf<J extends Job>(job: J): Steps<ResultOf<J>>;
export function stepsOf(job: Job): Steps<Susy | number[]> {
  if (job.kind === "susy") return susySteps(job);
  if (job.kind === "hundred") return hundredSteps(job);
  if (job.kind === "shuffled") return shuffledSteps(job);
  return memorySteps(job);
}

function* susySteps({ pair, segment, mostLag, way, surrogates, seed }: SusyJob): Steps<Susy> {
  const comparison = begin(pair[0]!, pair[1]!, segment, mostLag, way, seed);
  for (let drawn = 0; drawn < surrogates; drawn += STEP) {
    add_surrogates(comparison, Math.min(STEP, surrogates - drawn));
    yield Math.min(drawn + STEP, surrogates) / surrogates;
  }
  return result(comparison);
}

function* hundredSteps({ seed }: HundredJob): Steps<number[]> {
  const found: number[] = [];
  for (let number = 0; number < PAIRS; number += 1) {
    found.push(...correlations_of_strangers(seed, number, number + 1, SAMPLES, MEMORY));
    yield (number + 1) / PAIRS;
  }
  return found;
}

function* shuffledSteps({ seed }: ShuffledJob): Steps<number[]> {
  const found: number[] = [];
  for (let number = 0; number < PAIRS; number += 1) {
    const [one, other] = strangers(seed, number, SAMPLES, MEMORY);
    found.push(susy(one!, other!, SEGMENT_SECONDS * RATE, LAG_SECONDS * RATE, FOR_EACH, "segments", number).effect);
    yield (number + 1) / PAIRS;
  }
  return found;
}

function* memorySteps({ seed, memories }: MemoryJob): Steps<number[]> {
  const counts = memories.map(() => 0);
  for (let number = 0; number < PAIRS; number += 1) {
    alarms_by_memory(seed, number, number + 1, SAMPLES, memories).forEach((alarm, i) => (counts[i]! += alarm));
    yield (number + 1) / PAIRS;
  }
  return counts;
}

/** One run: what was expected, who is met, and each reading. Seed and readings bring it back. */
import { reported } from "../generated/cue_readers.js";
import { STATES } from "../generated/cue_tables.js";
import { draw_run, type Meeting, MEETINGS, PEOPLE } from "../generated/meetings.js";
import { from_percents, meets_mastery, share_asked, share_parts } from "../generated/shares.js";
import type { BrierParts } from "../generated/scoring.js";
import { newId } from "../shared/chance";
import type { Attempt, RecordPort } from "../shared/contract";
import type { Channel, CueContent, Person, Setting } from "./content";

export interface Prediction {
  /** In how many meetings the state held likeliest will be the one reported. */
  likeliest: number;
  /** The channel that, trusted alone, would do worst. */
  channel: Channel;
}

export interface Reading {
  /** Percents by tens that add to 100, one a state. */
  shares: number[];
  asked: boolean;
}

export interface Run {
  seed: number;
  prediction: Prediction;
  readings: Reading[];
  /** ISO 8601. */
  started: string;
}

/** A meeting with the person and the place it is about. */
export interface Met extends Meeting {
  who: Person;
  where: Setting;
}

export function newRun(prediction: Prediction, seed: number): Run {
  return { seed, prediction, readings: [], started: new Date().toISOString() };
}

export function meetingsOf({ seed }: Run, { people, settings }: CueContent): Met[] {
  return draw_run(people, settings, seed).map((meeting) => ({
    ...meeting,
    who: people.find(({ id }) => id === meeting.person)!,
    where: settings.find(({ id }) => id === meeting.setting)!,
  }));
}

export function isOver({ readings }: Run): boolean {
  return readings.length >= MEETINGS;
}

/** Whether as many were met as make up one round, or two, or all. */
export function isRoundOver({ readings }: Run): boolean {
  return readings.length > 0 && readings.length % PEOPLE === 0;
}

export function chancesGiven(readings: Reading[]): number[][] {
  return readings.map(({ shares }) => from_percents(shares));
}

export function partsOf(run: Run, met: Meeting[]): BrierParts {
  return share_parts(chancesGiven(run.readings), reported(met));
}

export function askedShare({ readings }: Run, met: Meeting[]): number {
  return share_asked(met.map(({ chances }) => chances), readings.map(({ asked }) => asked));
}

export function isMet(run: Run, met: Meeting[]): boolean {
  return meets_mastery(partsOf(run, met).reliability, askedShare(run, met));
}

export function attemptOf(run: Run, met: Meeting[], exercise: string): Attempt {
  const { seed, prediction, readings, started } = run;
  return {
    id: newId(),
    exercise,
    version: 1,
    started,
    finished: new Date().toISOString(),
    answer: { seed, prediction, readings, met: isMet(run, met) },
  };
}

/** The unfinished run, or null where there is none or it is not one of this course. */
export function readRun(record: RecordPort): Run | null {
  const run = record.read<Run>("draft");
  const whole = run?.readings?.every(({ shares }) => shares.length === STATES.length);
  return run && whole && !isOver(run) ? run : null;
}

/** A finished run goes to the record; an unfinished one waits in this browser. */
export function keepRun(record: RecordPort, run: Run, met: Meeting[], exercise: string): void {
  if (!isOver(run)) return record.write("draft", run);
  record.hand(attemptOf(run, met, exercise));
  record.drop("draft");
}

/** The state that was held likeliest, or several where they are level. */
export function likeliestOf(reading: Reading): string[] {
  const most = Math.max(...reading.shares);
  return STATES.filter((_, i) => reading.shares[i] === most);
}

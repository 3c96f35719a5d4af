/** A beat in words: where the two are, and what was just said or seen. */
import { type Beat, BEATS, verdict } from "../generated/repair.js";
import type { Told } from "./content";
import { type Act, beatsOf, type Run } from "./run";

/** Where two people are at a beat. */
export type State = "in_step" | "apart" | "waits" | "closed";

const STATES: Record<string, State> = { needless: "in_step", early: "apart", inside: "waits", late: "closed" };

export function stateOf(beat: Beat, window: number): State {
  return STATES[verdict(beat, window)]!;
}

export function stateWords(state: State, name: string): string {
  if (state === "in_step") return "In step";
  if (state === "apart") return "Out of step";
  return state === "waits" ? `Out of step, and ${name} has noticed` : `Out of step, and ${name} waits no longer`;
}

/** What there is to tell of a beat, given the one before it and what was done there. */
export function toldAt(before: Beat | null, act: Act | null, now: Beat, window: number): Told[] {
  const seen = seenAt(before, now, window);
  if (!before || act === "wait" || act === null) return [seen];
  if (act === "repair") return before.apart > 0 ? [verdict(before, window) as Told] : ["needless", ...fallen(now)];
  if (before.apart === 0) return ["asked_in_step", ...fallen(now)];
  if (before.noticed === 0) return ["asked_apart"];
  return seen === "waits" ? ["asked_noticed"] : ["asked_noticed", seen];
}

function seenAt(before: Beat | null, now: Beat, window: number): Told {
  if (now.apart === 0) return before && before.apart > 0 ? "returned" : "in_step";
  return now.noticed === 1 ? "cue" : stateOf(now, window);
}

function fallen(now: Beat): Told[] {
  return now.apart > 0 ? ["apart"] : [];
}

/** One beat of a run, as it is shown and read out. */
export interface Telling {
  /** From 1; one more than there are beats once all are over. */
  number: number;
  state: State;
  status: string;
  lines: string[];
  /** Whether anything changed that somebody who cannot see it would want to hear at once. */
  news: boolean;
  trust: number;
}

export function tell(run: Run, beats: Beat[] = beatsOf(run)): Telling {
  const { encounter, acts } = run;
  const { window } = encounter.pair;
  const at = acts.length;
  const [before, now] = [beats[at - 1] ?? null, beats[at]!];
  const told = toldAt(before, acts[at - 1] ?? null, now, window);
  const state = stateOf(now, window);
  return {
    number: at + 1,
    state,
    status: stateWords(state, encounter.name),
    lines: told.map((what) => lineOf(run, what, at)),
    news: told.some((what) => !["in_step", "apart", "waits", "closed"].includes(what)) || state !== stateBefore(before, window),
    trust: now.trust,
  };
}

function stateBefore(before: Beat | null, window: number): State | null {
  return before ? stateOf(before, window) : null;
}

/** Lines of a kind come one after another from a place that the seed gives. */
function lineOf({ encounter, seed }: Run, what: Told, at: number): string {
  const lines = encounter.lines[what];
  return lines[(seed + at) % lines.length]!;
}

export function tellingWords({ number, status, lines }: Telling): string {
  const where = number > BEATS ? "The end" : `Beat ${number} of ${BEATS}`;
  return `${where}. ${status}. ${lines.join(" ")}`;
}

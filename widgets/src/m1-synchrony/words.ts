/** Figures, lags and verdicts in words. */
import { LEAST_SPREAD, RATE, stands_out, type Susy } from "../generated/synchrony.js";
import type { Recording } from "./run";

/** A correlation as it is printed: "−.07", ".31". */
export function correlation(r: number): string {
  const text = Math.abs(r).toFixed(2).replace(/^0/, "");
  return r < 0 && text !== ".00" ? `\u2212${text}` : text;
}

/** A share of chance: ".002", ".34". */
export function chance(p: number): string {
  return p.toFixed(p < 0.01 ? 3 : 2).replace(/^0/, "");
}

export function seconds(samples: number): string {
  return `${Math.abs(samples / RATE).toFixed(1)} s`;
}

export function lagWords(lag: number): string {
  if (lag === 0) return "neither follows the other";
  return `the ${lag > 0 ? "second" : "first"} follows by ${seconds(lag)}`;
}

/** A difference with its sign, as a lag on an axis or in a table: "+1.8", "−0.4". */
export function lagFigure(lag: number): string {
  const sign = lag > 0 ? "+" : lag < 0 ? "\u2212" : "";
  return `${sign}${Math.abs(lag / RATE).toFixed(1)}`;
}

export function nameOf(recording: Recording): string {
  return `Recording ${recording.toUpperCase()}`;
}

export function inSentence(recording: Recording): string {
  return `recording ${recording.toUpperCase()}`;
}

export interface Null {
  value: string;
  text: string;
  /** What it does, and what it supposes. */
  about: string;
}

/** The ways of making surrogates, in the order in which they are offered. */
export const NULLS: Null[] = [
  {
    value: "segments",
    text: "Segments in another order",
    about: "Pairs each stretch of one with a stretch of the other from another time. Within a stretch all stays as slow as it was.",
  },
  {
    value: "shift",
    text: "All segments moved on alike",
    about: "Moves one recording on by whole stretches and pairs it so. There are only as many ways as stretches, less one, so p cannot be small.",
  },
  {
    value: "samples",
    text: "Single samples in another order",
    about: "Shuffles every fifth of a second by itself, as though none resembled the last. The naive way.",
  },
];

/** An effect size: "1.3", "−0.4". */
export function effectSize(size: number): string {
  return signed(size, 1);
}

/** A mean Z: "0.31", "−0.07". */
export function likeness(z: number): string {
  return signed(z, 2);
}

function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}

/** What SUSY found, in one sentence for the picture's head. */
export function susyWords(found: Susy): string {
  if (found.spread <= LEAST_SPREAD) return "With so few segments there is one other order only, and nothing to compare with.";
  const verdict = stands_out(found.effect) ? "More alike than this chance" : "No more alike than this chance";
  return `${verdict}: ${found.real.toFixed(3)} against ${found.surrogate.toFixed(3)}, effect size ${effectSize(found.effect)}.`;
}

/** How near a guess of a count came. */
export function offWords(called: number, counted: number): string {
  if (called === counted) return "as you predicted";
  return `you had predicted ${called}`;
}

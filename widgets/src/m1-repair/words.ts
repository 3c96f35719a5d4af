/** Shares, trust and acts in words. */
import { type Beat, verdict } from "../generated/repair.js";
import type { Summary } from "../generated/repairers.js";
import { share_inside } from "../generated/repairers.js";
import type { Act } from "./run";

export function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

export function ofTen(share: number): string {
  return `${Math.round(10 * share)} of 10`;
}

export function trustWords(trust: number): string {
  return trust.toFixed(2);
}

export function insideWords(summary: Summary): string {
  if (summary.repairs === 0) return "none, as nothing was repaired";
  return `${summary.inside} of ${summary.repairs} (${percent(share_inside(summary))})`;
}

const TIMINGS: Record<string, string> = {
  inside: "repaired, inside the window",
  early: "repaired before the cue",
  needless: "repaired what was in step",
  late: "repaired after the window",
};

/** What was done at a beat, and how it fell. */
export function actWords(act: Act, beat: Beat, window: number): string {
  if (act === "repair") return TIMINGS[verdict(beat, window)]!;
  return act === "ask" ? "asked" : "waited";
}

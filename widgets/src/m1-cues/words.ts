/** Shares, channels and reports in words. */
import { STATES } from "../generated/cue_tables.js";
import { percentOf } from "../shared/confidence/words";
import type { Channel, CueContent } from "./content";
import { likeliestOf, type Met, type Reading } from "./run";

export const CHANNEL_NAMES: Record<Channel, string> = { face: "Face", voice: "Voice", posture: "Posture" };

export function theChannel(channel: Channel): string {
  return `the ${CHANNEL_NAMES[channel].toLowerCase()}`;
}

export function stateName(content: CueContent, state: string): string {
  return content.states[state] ?? state;
}

/** "Ewa has waited an hour past the time of the appointment." */
export function sceneOf({ who, where }: Met): string {
  return `${who.name} ${where.about}.`;
}

/** "Low 60%, worried 30%, cross 10%", the largest first. */
export function sharesWords(content: CueContent, { shares }: Reading): string {
  const given = STATES.map((state, i) => ({ name: stateName(content, state), share: shares[i]! }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  return given.map(({ name, share }, i) => `${i ? name.toLowerCase() : name} ${share}%`).join(", ");
}

/** The share that went to what was reported. */
export function shareOfReport({ shares }: Reading, { report }: Met): number {
  return shares[STATES.indexOf(report)]!;
}

export function wasLikeliest(reading: Reading, { report }: Met): boolean {
  return likeliestOf(reading).includes(report);
}

export function costWords(cost: number): string {
  return cost.toFixed(2);
}

export { percentOf };

/** What a finished conversation came to: the recorded answer, and the facts of the debrief. */
import { MASTERY, meets_mastery, summarise, type Summary } from "../generated/conversation.js";
import type { Attempt } from "../shared/contract";
import type { Criterion } from "../shared/criteria_table";
import { newId } from "../shared/chance";
import type { Conversation } from "./conversation";

export interface Prediction {
  /** Trust at the end, in [0, 1]. */
  trust: number;
  /** Share of turns with arousal outside the band, in [0, 1]. */
  outside: number;
}

export interface Run {
  conversation: Conversation;
  prediction: Prediction;
  /** ISO 8601. */
  started: string;
}

export function summaryOf({ clients, acts }: Conversation): Summary {
  return summarise(clients, acts);
}

export function attemptOf(run: Run, exercise: string): Attempt {
  const { scenario, seed, acts } = run.conversation;
  const { trust, disclosure, outside } = summaryOf(run.conversation);
  return {
    id: newId(),
    exercise,
    version: 1,
    started: run.started,
    finished: new Date().toISOString(),
    answer: {
      scenario: scenario.id,
      seed,
      acts,
      prediction: run.prediction,
      reached: { trust, disclosure, outside },
    },
  };
}

export function isMet(conversation: Conversation): boolean {
  return meets_mastery(summaryOf(conversation));
}

export function criteriaOf(summary: Summary): Criterion[] {
  const { trust, disclosure, outside } = MASTERY as Record<"trust" | "disclosure" | "outside", number>;
  return [
    {
      name: "Trust at the end",
      reached: level(summary.trust),
      wanted: `${level(trust)} or more`,
      met: summary.trust >= trust,
    },
    {
      name: "Disclosure at the end",
      reached: level(summary.disclosure),
      wanted: `${level(disclosure)} or more`,
      met: summary.disclosure >= disclosure,
    },
    {
      name: "Turns with arousal outside the band",
      reached: percent(summary.outside),
      wanted: `${percent(outside)} or fewer`,
      met: summary.outside <= outside,
    },
  ];
}

export function level(value: number): string {
  return value.toFixed(2);
}

export function percent(share: number, decimals = 0): string {
  return `${(100 * share).toFixed(decimals)}%`;
}

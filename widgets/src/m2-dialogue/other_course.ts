/** The same conversation with one reply changed, and where that would have mattered most. */
import { mean_trust, replay_with, turning_point } from "../generated/conversation.js";
import type { Client } from "../generated/dialogue.js";
import { type Conversation, last } from "./conversation";
import { level } from "./outcome";

/** What is tried first, in this order, until one would have raised trust. */
const TRIED = ["complex_reflection", "simple_reflection", "validate"];

export interface Change {
  turn: number;
  act: string;
}

export interface Suggestion extends Change {
  /** Whether the model says that it would have raised mean trust. */
  helps: boolean;
}

export function suggestChange({ scenario, acts, seed }: Conversation): Suggestion {
  for (const act of TRIED) {
    const turn = turning_point(scenario.start, scenario.effects, acts, seed, act);
    if (turn > 0) return { turn, act, helps: true };
  }
  return { turn: 1, act: TRIED[0]!, helps: false };
}

/** The client, turn by turn, had that reply been given. */
export function clientsWith({ scenario, acts, seed }: Conversation, { turn, act }: Change): Client[] {
  return replay_with(scenario.start, scenario.effects, acts, seed, turn, act);
}

/** What would have come of it, as a sentence. */
export function otherwise(conversation: Conversation, change: Change, name: string, would: Client[]): string {
  if (conversation.acts[change.turn - 1] === change.act) return "That is the reply you gave.";
  const was = conversation.clients;
  const average = compared(mean_trust(would), mean_trust(was));
  const end = compared(last(would).trust, last(was).trust);
  return `Had turn ${change.turn} been ${withArticle(name)}, trust would have averaged ${average} and ended at ${end}.`;
}

export function withArticle(name: string): string {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return `${/^[aeio]/.test(lower) ? "an" : "a"} ${lower}`;
}

function compared(would: number, was: number): string {
  return level(would) === level(was) ? `${level(was)} as before` : `${level(would)} instead of ${level(was)}`;
}

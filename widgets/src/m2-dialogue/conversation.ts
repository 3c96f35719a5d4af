/**
 * One conversation as it runs: the model's states, and what the scene shows at each.
 *
 * Everything follows from the scene, the seed and the acts, so a draft of three values
 * brings a conversation back exactly, and the record can be checked by anyone.
 */
import {
  effects_of,
  next_client,
  play,
  TURNS,
} from "../generated/conversation.js";
import { type Client, RUPTURE_TURNS } from "../generated/dialogue.js";
import { new_generator } from "../generated/generator.js";
import { choose_line, choose_moment, offer } from "../generated/scene.js";
import type { Scenario } from "./content";

/** Learners may stop after this many turns: enough for trust to have moved. */
export const EARLIEST_END = 8;

/** Each turn's chances of the scene are drawn apart from those of the model. */
const SCENE_STREAM = 32;

/** What meets the learner before a turn. */
export interface Prompt {
  /** The turn about to be taken, from 1; one more than TURNS after the last. */
  turn: number;
  moment: number;
  seen: string;
  line: string;
  /** Acts shown first, and the rest. */
  offered: string[];
  others: string[];
}

export interface Conversation {
  scenario: Scenario;
  seed: number;
  acts: string[];
  /** One more than acts: the start, then the state after each. */
  clients: Client[];
  /** As many as clients. */
  prompts: Prompt[];
}

export function openConversation(scenario: Scenario, seed: number, acts: string[] = []): Conversation {
  const first = play(scenario.start, scenario.effects, [], seed);
  const opened: Conversation = { scenario, seed, acts: [], clients: first, prompts: [] };
  opened.prompts = [promptFor(opened, first[0]!)];
  return acts.reduce(say, opened);
}

/** The conversation with one act more. The one passed in is not changed. */
export function say(before: Conversation, act: string): Conversation {
  const { scenario, seed } = before;
  const turn = before.acts.length + 1;
  const client = next_client(last(before.clients), act, effects_of(scenario.effects), seed, turn);
  const prompt = promptFor({ ...before, acts: [...before.acts, act] }, client);
  return {
    ...before,
    acts: [...before.acts, act],
    clients: [...before.clients, client],
    prompts: [...before.prompts, prompt],
  };
}

export function isOver(conversation: Conversation): boolean {
  return conversation.acts.length >= TURNS;
}

/** What the helper said at a turn (from 1). */
export function wordsAt(conversation: Conversation, turn: number): string {
  return wordsFor(conversation, conversation.prompts[turn - 1]!, conversation.acts[turn - 1]!);
}

export function wordsFor({ scenario }: Conversation, prompt: Prompt, act: string): string {
  return scenario.moments[prompt.moment]!.says[act]!;
}

/** Whether a rupture opened at this turn (from 1), as the model counts it. */
export function strainedAt(clients: Client[], turn: number): boolean {
  return clients[turn]!.rupture === RUPTURE_TURNS && clients[turn - 1]!.rupture < RUPTURE_TURNS;
}

export function strains(clients: Client[]): number[] {
  return clients.map((_, turn) => turn).filter((turn) => turn > 0 && strainedAt(clients, turn));
}

export function last<T>(list: T[]): T {
  return list[list.length - 1]!;
}

function promptFor(conversation: Conversation, client: Client): Prompt {
  const { scenario, seed, acts, prompts } = conversation;
  const turn = acts.length + 1;
  const generator = new_generator(seed * 64 + SCENE_STREAM + turn);
  const used = prompts.map((prompt) => prompt.moment);
  const chosen = choose_moment(scenario.moments, client, turn, used, generator);
  const moment = chosen >= 0 ? chosen : (used[used.length - 1] ?? 0);
  const { seen, lines, says } = scenario.moments[moment]!;
  const said = prompts.map((prompt) => prompt.line);
  const line = turn === 1 ? scenario.opening : choose_line(lines, said, generator);
  const offered = offer(client, generator);
  const others = Object.keys(says).filter((act) => !offered.includes(act));
  return { turn, moment, seen, line, offered, others };
}

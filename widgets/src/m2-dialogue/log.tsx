/** What has been said so far, newest at the foot, read out as it comes. */
import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { type Conversation, type Prompt, strainedAt, wordsAt } from "./conversation";

export const STRAIN_WORDS = "Something strained between you.";

export function Log({ conversation }: { conversation: Conversation }) {
  const { name } = conversation.scenario.character;
  const turns = useTurns(conversation);
  return (
    <div class="att-log" role="log" aria-live="polite" aria-label={`Conversation with ${name}`} tabIndex={0}>
      <div class="att-log-turns">
        {turns}
      </div>
    </div>
  );
}

/** One element a turn, made once: what was said does not change, so it is not compared again. */
function useTurns(conversation: Conversation): VNode[] {
  const made = useRef<{ first: Prompt | undefined; turns: VNode[] }>({ first: undefined, turns: [] });
  const first = conversation.prompts[0];
  if (made.current.first !== first || made.current.turns.length > conversation.prompts.length) {
    made.current = { first, turns: [] };
  }
  const { turns } = made.current;
  for (let turn = turns.length; turn < conversation.prompts.length; turn += 1) {
    turns.push(<Turn key={turn} conversation={conversation} turn={turn} />);
  }
  return turns.slice();
}

function Turn({ conversation, turn }: { conversation: Conversation; turn: number }) {
  const { clients, prompts, scenario } = conversation;
  return (
    <div class="att-turn">
      {turn > 0 ? <Yours conversation={conversation} turn={turn} /> : null}
      {turn > 0 && strainedAt(clients, turn) ? <p class="att-strain">{STRAIN_WORDS}</p> : null}
      <Theirs name={scenario.character.name} prompt={prompts[turn]!} />
    </div>
  );
}

function Yours({ conversation, turn }: { conversation: Conversation; turn: number }) {
  const silent = conversation.acts[turn - 1] === "silence";
  return (
    <div class="att-said att-said-you">
      <p class="att-who">You</p>
      <p class={silent ? "att-deed" : "att-line"}>{wordsAt(conversation, turn)}</p>
    </div>
  );
}

function Theirs({ name, prompt }: { name: string; prompt: Prompt }) {
  return (
    <div class="att-said att-said-client">
      <p class="att-who">{name}</p>
      <p class="att-seen">{prompt.seen}</p>
      <p class="att-line">{prompt.line}</p>
    </div>
  );
}

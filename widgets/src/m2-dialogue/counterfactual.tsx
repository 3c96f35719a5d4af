/** "Had you reflected here": one reply changed, all else as it was. */
import { useMemo, useState } from "preact/hooks";
import type { Client } from "../generated/dialogue.js";
import { ChartView } from "../shared/chart_view";
import { pictureOf, type Traces } from "../shared/traces";
import { useId } from "../shared/use_id";
import type { DialogueContent } from "./content";
import { type Conversation, wordsAt, wordsFor } from "./conversation";
import { level } from "./outcome";
import { type Change, clientsWith, otherwise, suggestChange, type Suggestion, withArticle } from "./other_course";

interface CounterfactualProps {
  conversation: Conversation;
  acts: DialogueContent["acts"];
}

export function Counterfactual({ conversation, acts }: CounterfactualProps) {
  const suggested = useMemo(() => suggestChange(conversation), [conversation]);
  const [change, setChange] = useState<Change>(suggested);
  const would = useMemo(() => clientsWith(conversation, change), [conversation, change]);
  const trust = trustOf(would);
  const name = acts[change.act]?.name ?? change.act;
  return (
    <section class="att-part" aria-label="Had you answered otherwise">
      <h4 class="att-subheading">Had you answered otherwise</h4>
      <p>{introductionTo(suggested, acts[suggested.act]?.name ?? suggested.act)}</p>
      <div class="att-row att-change-row">
        <TurnSelect conversation={conversation} change={change} onChange={setChange} />
        <ActSelect acts={acts} change={change} onChange={setChange} />
      </div>
      <Exchange conversation={conversation} change={change} />
      <ChartView
        size="full"
        picture={pictureOf(tracesWith(conversation, trust, change))}
        takeaway={otherwise(conversation, change, name, would)}
        name="Trust as it was, and with the other reply"
        table={<TwoCourses was={trustOf(conversation.clients)} would={trust} />}
      />
      <p class="att-note">
        This holds in this model, with the same chances at every turn and everything else you said
        left as it was. A person would have answered what you said next; your client may differ.
      </p>
    </section>
  );
}

function introductionTo({ turn, helps }: Suggestion, name: string): string {
  if (!helps) {
    return "At no turn would a reflection or a validation alone have raised trust. Try any turn and reply.";
  }
  return `Of all the turns at which you might have offered ${withArticle(name)}, turn ${turn} is where it would have raised trust most over the whole conversation. Try any other turn and reply.`;
}

interface SelectProps {
  change: Change;
  onChange(change: Change): void;
}

function TurnSelect({ conversation, change, onChange }: SelectProps & { conversation: Conversation }) {
  const id = useId();
  return (
    <span class="att-field">
      <label for={id}>Turn</label>
      <select
        id={id}
        class="att-select"
        value={change.turn}
        onChange={(event) => onChange({ ...change, turn: Number(event.currentTarget.value) })}
      >
        {conversation.acts.map((_, i) => (
          <option key={i} value={i + 1}>{i + 1}</option>
        ))}
      </select>
    </span>
  );
}

function ActSelect({ acts, change, onChange }: SelectProps & { acts: DialogueContent["acts"] }) {
  const id = useId();
  return (
    <span class="att-field">
      <label for={id}>Reply</label>
      <select
        id={id}
        class="att-select"
        value={change.act}
        onChange={(event) => onChange({ ...change, act: event.currentTarget.value })}
      >
        {Object.entries(acts).map(([act, { name }]) => (
          <option key={act} value={act}>{name}</option>
        ))}
      </select>
    </span>
  );
}

function Exchange({ conversation, change }: { conversation: Conversation; change: Change }) {
  const prompt = conversation.prompts[change.turn - 1]!;
  return (
    <dl class="att-exchange">
      <dt>{conversation.scenario.character.name}</dt>
      <dd>{prompt.line}</dd>
      <dt>You</dt>
      <dd>{wordsAt(conversation, change.turn)}</dd>
      <dt>Instead</dt>
      <dd>{wordsFor(conversation, prompt, change.act)}</dd>
    </dl>
  );
}

function tracesWith({ clients, acts }: Conversation, trust: number[], change: Change): Traces {
  return {
    turns: acts.length,
    levels: { trust: trustOf(clients) },
    other: { label: "Other reply", trust, from: change.turn - 1 },
  };
}

function trustOf(clients: Client[]): number[] {
  return clients.map((client) => client.trust);
}

function TwoCourses({ was, would }: { was: number[]; would: number[] }) {
  return (
    <table class="att-table att-levels">
      <caption>Trust by turn, arbitrary units</caption>
      <thead>
        <tr>
          <th scope="col">Turn</th>
          <th scope="col">As it was</th>
          <th scope="col">Other reply</th>
        </tr>
      </thead>
      <tbody>
        {was.map((trust, turn) => (
          <tr key={turn}>
            <th scope="row">{turn === 0 ? "start" : turn}</th>
            <td>{level(trust)}</td>
            <td>{level(would[turn]!)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

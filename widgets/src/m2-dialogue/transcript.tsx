/** The conversation again, each of your turns with its kind and what followed in the model. */
import { outside } from "../generated/dialogue.js";
import type { DialogueContent } from "./content";
import { type Conversation, strainedAt, wordsAt } from "./conversation";
import { level } from "./outcome";
import { changeWords, signed } from "./words";

interface TranscriptProps {
  conversation: Conversation;
  acts: DialogueContent["acts"];
}

export function Transcript({ conversation, acts }: TranscriptProps) {
  return (
    <section class="att-part" aria-label="Turn by turn">
      <h4 class="att-subheading">Turn by turn</h4>
      <table class="att-table att-transcript">
        <caption class="att-unseen">What you said, what kind of response it is, and what followed</caption>
        <thead>
          <tr>
            <th scope="col">Turn</th>
            <th scope="col">You said</th>
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          {conversation.acts.map((act, i) => (
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              <td>
                <span class="att-act">{acts[act]?.name ?? act}</span>
                <span class="att-words">{wordsAt(conversation, i + 1)}</span>
              </td>
              <td>
                <Then conversation={conversation} turn={i + 1} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Then({ conversation, turn }: { conversation: Conversation; turn: number }) {
  const [before, after] = [conversation.clients[turn - 1]!, conversation.clients[turn]!];
  const place = outside(after.arousal) ? ", outside the band" : "";
  return (
    <>
      <Change name="Trust" from={before.trust} to={after.trust} />
      <Change name="Arousal" from={before.arousal} to={after.arousal} place={place} />
      {strainedAt(conversation.clients, turn) ? <span class="att-strain">Something strained</span> : null}
    </>
  );
}

function Change({ name, from, to, place = "" }: { name: string; from: number; to: number; place?: string }) {
  return (
    <span class="att-change">
      {name} {changeWords(to - from)}{" "}
      <span class="att-figures">
        {signed(to - from)} to {level(to)}
        {place}
      </span>
    </span>
  );
}

/** First stage: with whom, and by the clock or without one. */
import { useState } from "preact/hooks";
import { BEATS } from "../generated/repair.js";
import { Choices } from "../shared/confidence/choices";
import { ContinueButton } from "../shared/continue_button";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import type { Encounter, RepairContent } from "./content";
import { readDraft, type Run, type Way } from "./run";

interface StartProps {
  content: RepairContent;
  record: RecordPort;
  onChosen(encounter: Encounter, way: Way): void;
  onContinue(run: Run): void;
}

const WAYS = [
  {
    value: "timed",
    text: "By the clock",
    about: "The picture moves on by itself, at a pace you set and can change or stop; you press when it is time.",
  },
  {
    value: "stepped",
    text: "Beat by beat",
    about: "Nothing moves until you decide: wait, repair or ask. Each beat is told in words.",
  },
];

export function Start({ content, record, onChosen, onContinue }: StartProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const draft = readDraft(content, record);
  const still = wantsLessMotion();
  const [who, setWho] = useState<string | null>(null);
  const [way, setWay] = useState<string | null>(still ? "stepped" : null);
  const encounter = content.encounters.find(({ id }) => id === who);
  return (
    <Stage title="With whom, and how">
      <p>
        Two people talk about something small. They drift: for a while in step, for a while not. You
        are one of them, for {BEATS} beats, and choose when to mend it.
      </p>
      {draft ? <Draft run={draft} onContinue={onContinue} /> : null}
      <Choices
        legend="With whom do you talk?"
        choices={content.encounters.map(({ id, name, title, about }) => ({ value: id, text: `${name}: ${title}`, about }))}
        chosen={who}
        held={false}
        onChoose={setWho}
      />
      <Choices
        legend="By the clock, or without one? Both are the same conversation and count alike; you can change over at any beat."
        choices={WAYS}
        chosen={way}
        held={false}
        onChoose={setWay}
      />
      {still ? <p class="att-note">Your device asks for less motion, so beat by beat is chosen. You can still choose the other.</p> : null}
      <Actions>
        <button
          type="button"
          class={`att-button ${draft ? "" : "att-primary"}`}
          disabled={!encounter || !way}
          onClick={() => onChosen(encounter!, way as Way)}
        >
          Go on
        </button>
      </Actions>
    </Stage>
  );
}

function Draft({ run, onContinue }: { run: Run; onContinue(run: Run): void }) {
  return (
    <div class="att-draft" role="group" aria-label="A conversation you began">
      <p>
        You were talking with {run.encounter.name}, at beat {Math.min(run.acts.length + 1, BEATS)} of {BEATS}.
      </p>
      <ContinueButton draft={run} onContinue={onContinue} />
    </div>
  );
}

export function wantsLessMotion(): boolean {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
}

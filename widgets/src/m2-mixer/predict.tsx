/** First stage: the four levers, and a guess before any of them moves. */
import { useState } from "preact/hooks";
import { concern, distress } from "../generated/mixer.js";
import { Choices } from "../shared/confidence/choices";
import { ContinueButton } from "../shared/continue_button";
import type { RecordPort } from "../shared/contract";
import { Guess } from "../shared/guess";
import { useRecord } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import type { MixerContent } from "./content";
import { type Alone, type Prediction, RAISED, readDraft, type Run, START } from "./run";
import { level } from "./words";

interface PredictProps {
  content: MixerContent;
  record: RecordPort;
  onBegin(prediction: Prediction): void;
  onContinue(run: Run): void;
}

const ALONE = [
  { value: "distress", text: "Distress alone" },
  { value: "concern", text: "Concern alone" },
  { value: "both", text: "Both" },
];

export function Predict({ content, record, onBegin, onContinue }: PredictProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const draft = readDraft(record, content);
  const [levels, setLevels] = useState({ distress: 0.5, concern: 0.5 });
  const [alone, setAlone] = useState<Alone | null>(null);
  return (
    <Stage title="Before you move anything">
      <p>
        Somebody tells a helper what weighs on them. Four levers stand for what happens, and two
        things come of them: the helper's own distress, and concern for the other person.
      </p>
      <Terms content={content} />
      <p>
        Intensity stands at {level(START.intensity)} and sharing at {level(START.sharing)}; the
        other two are low, at {level(START.distinction)}. Distress is {level(distress(START))} and
        concern {level(concern(START))}. Now distinction alone goes up to {level(RAISED)}. Where do
        they end?
      </p>
      <LevelGuess label="Distress" value={levels.distress} onChange={(value) => setLevels({ ...levels, distress: value })} />
      <LevelGuess label="Concern" value={levels.concern} onChange={(value) => setLevels({ ...levels, concern: value })} />
      <Choices
        legend="Now distinction and regulation both stand at nought, and sharing goes up. What goes up with it?"
        choices={ALONE}
        chosen={alone}
        held={false}
        onChoose={(value) => setAlone(value as Alone)}
      />
      <Actions>
        <ContinueButton draft={draft} primary={false} onContinue={onContinue} />
        <button
          type="button"
          class="att-button att-primary"
          disabled={alone === null}
          onClick={() => onBegin({ ...levels, alone: alone! })}
        >
          See what the model says
        </button>
      </Actions>
    </Stage>
  );
}

function Terms({ content }: { content: MixerContent }) {
  return (
    <dl class="att-terms">
      {content.levers.map(({ id, name, about }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{about}</dd>
        </div>
      ))}
    </dl>
  );
}

function LevelGuess({ label, value, onChange }: { label: string; value: number; onChange(value: number): void }) {
  return (
    <Guess {...{ label, value, onChange }} min={0} max={1} step={0.05} words={level} ends={["none", "the most there is"]} />
  );
}

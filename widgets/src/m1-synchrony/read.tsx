/** Fourth stage: a published figure, and what it does and does not say. */
import { useState } from "preact/hooks";
import { Choices } from "../shared/confidence/choices";
import { Actions, Stage } from "../shared/stage";
import type { Reading } from "./content";

interface ReadProps {
  readings: Reading[];
  onBack(): void;
  onFinish(readings: Record<string, boolean>): void;
}

const SAYS = [
  { value: "true", text: "It says so" },
  { value: "false", text: "It does not" },
];

export function Read({ readings, onBack, onFinish }: ReadProps) {
  const [taken, setTaken] = useState<Record<string, boolean>>({});
  return (
    <Stage title="What .03 says">
      <p>
        So being in step can be told from chance, held against the right kind of chance. Does it
        come to anything? A meta-analysis put the link of synchrony with the alliance or with
        outcome at <em>r</em> = .03, not to be told from nothing (Psychotherapy Research 2024,
        checked in abstract). Does that figure say the following?
      </p>
      {readings.map(({ id, text }) => (
        <div class="att-lab-two" key={id}>
          <Choices
            legend={text}
            choices={SAYS}
            chosen={id in taken ? String(taken[id]) : null}
            held={false}
            onChoose={(value) => setTaken({ ...taken, [id]: value === "true" })}
          />
        </div>
      ))}
      <Actions>
        <button type="button" class="att-button" onClick={onBack}>Back to the recordings</button>
        <button
          type="button"
          class="att-button att-primary"
          disabled={readings.some(({ id }) => !(id in taken))}
          onClick={() => onFinish(taken)}
        >
          Look back on it all
        </button>
      </Actions>
    </Stage>
  );
}

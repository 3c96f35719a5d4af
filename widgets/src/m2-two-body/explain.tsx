/** Third stage: why the edge foretells nothing about anybody. */
import { useState } from "preact/hooks";
import { Choices } from "../shared/confidence/choices";
import type { Reason } from "../shared/reasons_part";
import { Actions, Stage } from "../shared/stage";
import { useBasins } from "./basins";
import type { Run } from "./run";
import { mood } from "./words";

interface ExplainProps {
  run: Run;
  reasons: Reason[];
  onBack(): void;
  onFinish(reason: Reason): void;
}

export function Explain({ run, reasons, onBack, onFinish }: ExplainProps) {
  useBasins(); // ready by the time they are looked at
  const [chosen, setChosen] = useState<string | null>(null);
  const reason = reasons.find(({ id }) => id === chosen);
  return (
    <Stage title="What the edge says of people">
      <p>
        You say that with the client at {mood(run.line)} the ending changes at helper
        {" "}{mood(run.edge!)}. Suppose that a real helper and a real client start beside that edge.
      </p>
      <Choices
        legend="Why is it not a prognosis for them?"
        choices={reasons.map(({ id, text }) => ({ value: id, text }))}
        chosen={chosen}
        held={false}
        onChoose={setChosen}
      />
      <Actions>
        <button type="button" class="att-button" onClick={onBack}>Back to the plane</button>
        <button type="button" class="att-button att-primary" disabled={!reason} onClick={() => onFinish(reason!)}>
          See the whole plane
        </button>
      </Actions>
    </Stage>
  );
}

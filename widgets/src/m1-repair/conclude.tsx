/** Fourth stage: the whole conversation at a glance, and which statement it bears out. */
import { useState } from "preact/hooks";
import { Choices } from "../shared/confidence/choices";
import type { Reason } from "../shared/reasons_part";
import { Actions, Stage } from "../shared/stage";
import type { Run } from "./run";
import { Timeline } from "./timeline";

interface ConcludeProps {
  run: Run;
  reasons: Reason[];
  onFinish(reason: Reason): void;
}

export function Conclude({ run, reasons, onFinish }: ConcludeProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const reason = reasons.find(({ id }) => id === chosen);
  return (
    <Stage title="What it shows">
      <Timeline run={run} />
      <Choices
        legend="Which of these fits this picture, and what is reported of pairs who get on?"
        choices={reasons.map(({ id, text }) => ({ value: id, text }))}
        chosen={chosen}
        held={false}
        onChoose={setChosen}
      />
      <Actions>
        <button type="button" class="att-button att-primary" disabled={!reason} onClick={() => onFinish(reason!)}>
          Look back
        </button>
      </Actions>
    </Stage>
  );
}

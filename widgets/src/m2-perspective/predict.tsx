/** First stage: which way comes nearer, said before either is tried. */
import { useState } from "preact/hooks";
import { Choices } from "../shared/confidence/choices";
import { ContinueButton } from "../shared/continue_button";
import { Actions, Stage } from "../shared/stage";
import type { Run } from "./run";
import { PREDICTIONS } from "./words";

interface PredictProps {
  draft: Run | null;
  onBegin(predicted: string): void;
  onContinue(run: Run): void;
}

export function Predict({ draft, onBegin, onContinue }: PredictProps) {
  const [predicted, setPredicted] = useState<string | null>(null);
  return (
    <Stage title="Two ways to another's view">
      <p>
        You read a few lines about one person and imagine how they see ten everyday things. Then
        you read about somebody else, and may ask that person two of the ten before you guess.
      </p>
      <Choices
        legend="Over many people, when would you expect guesses to come nearest?"
        choices={PREDICTIONS}
        chosen={predicted}
        held={false}
        onChoose={setPredicted}
      />
      {draft ? <p>You began with somebody, and your place is kept.</p> : null}
      <Actions>
        <button
          type="button"
          class={`att-button ${draft ? "" : "att-primary"}`}
          disabled={predicted === null}
          onClick={() => onBegin(predicted!)}
        >
          {draft ? "Start afresh" : "Meet the first person"}
        </button>
        <ContinueButton draft={draft} onContinue={onContinue} />
      </Actions>
    </Stage>
  );
}

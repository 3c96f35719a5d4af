/** First stage: what the sentences are, and a guess before they are seen. */
import { useState } from "preact/hooks";
import { ContinueButton } from "../shared/continue_button";
import { Guess } from "../shared/guess";
import { Actions, Stage } from "../shared/stage";
import type { MapperContent } from "./content";
import type { Round } from "./round";

interface PredictProps {
  content: MapperContent;
  draft: Round | null;
  onBegin(predicted: number): void;
  onContinue(round: Round): void;
}

export function Predict({ content, draft, onBegin, onContinue }: PredictProps) {
  const all = content.directions.length;
  const [predicted, setPredicted] = useState(Math.round(all / 2));
  return (
    <Stage title="Before you read them">
      <p>
        Here are {all} sentences of the article, in this course's words. Each has a direction: from
        whom attunement goes, and to whom. You put each one where its words point. Often more than
        one place is right.
      </p>
      <p>
        The article is about what protects helpers from secondary stress. How many of its {all}
        {" "}sentences here say that something spares or sustains the helper?
      </p>
      <Guess
        label="Sentences about the helper's own protection"
        value={predicted}
        min={0}
        max={all}
        step={1}
        words={(number) => `${number} of ${all}`}
        ends={["none", "all"]}
        onChange={setPredicted}
      />
      {draft ? (
        <p>You began to sort: {Object.keys(draft.sorting.placed).length} of {all} lie somewhere.</p>
      ) : null}
      <Actions>
        <button
          type="button"
          class={`att-button ${draft ? "" : "att-primary"}`}
          onClick={() => onBegin(predicted)}
        >
          {draft ? "Start afresh" : "Begin to sort"}
        </button>
        <ContinueButton draft={draft} onContinue={onContinue} />
      </Actions>
    </Stage>
  );
}

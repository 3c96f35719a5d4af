/** Third stage: which lever made the difference, and what the model cannot say. */
import { useState } from "preact/hooks";
import { Choices } from "../shared/confidence/choices";
import { Actions, Stage } from "../shared/stage";
import type { Finding, LeverId, MixerContent } from "./content";
import { PairTable } from "./pair";
import { ordered, type Pair } from "./run";

interface ExplainProps {
  pair: Pair;
  content: MixerContent;
  onBack(): void;
  onFinish(lever: LeverId, finding: Finding): void;
}

export function Explain({ pair, content, onBack, onFinish }: ExplainProps) {
  const [lever, setLever] = useState<LeverId | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { highName, lowName } = ordered(pair);
  const finding = content.findings.find(({ id }) => id === chosen);
  return (
    <Stage title="What made the difference">
      <PairTable {...pair} levers={content.levers} />
      <Choices
        legend={`Suppose a single lever of ${highName} had stood where it stands in ${lowName}. Which one alone would have brought distress down furthest?`}
        choices={content.levers.map(({ id, name }) => ({ value: id, text: name }))}
        chosen={lever}
        held={false}
        onChoose={(value) => setLever(value as LeverId)}
      />
      <Choices
        legend="Name one of these findings that the model does not explain. More than one fits."
        choices={content.findings.map(({ id, statement, source }) => ({ value: id, text: statement, about: source }))}
        chosen={chosen}
        held={false}
        onChoose={setChosen}
      />
      <Actions>
        <button type="button" class="att-button" onClick={onBack}>Back to the levers</button>
        <button
          type="button"
          class="att-button att-primary"
          disabled={!lever || !finding}
          onClick={() => onFinish(lever!, finding!)}
        >
          See what it comes to
        </button>
      </Actions>
    </Stage>
  );
}

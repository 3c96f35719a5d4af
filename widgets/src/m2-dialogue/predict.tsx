/** Second stage: the scene, and a guess before anything is said. */
import { useState } from "preact/hooks";
import { BAND } from "../generated/dialogue.js";
import { TURNS } from "../generated/conversation.js";
import { ContentNoteLine } from "../shared/card_head";
import { Guess } from "../shared/guess";
import { Actions, Stage } from "../shared/stage";
import type { Scenario } from "./content";
import { percent, type Prediction } from "./outcome";
import { shareWords, trustWords } from "./words";

/** Both guesses are shares of a whole. */
const SHARE = { min: 0, max: 1, step: 0.05 };

interface PredictProps {
  scenario: Scenario;
  onBack(): void;
  onBegin(prediction: Prediction): void;
}

export function Predict({ scenario, onBack, onBegin }: PredictProps) {
  const [prediction, setPrediction] = useState<Prediction>({ trust: 0.5, outside: 0.25 });
  const { name } = scenario.character;
  return (
    <Stage title={`${name}: ${scenario.title}`}>
      <div class="att-scene">
        <p>{scenario.setting}</p>
        <p>{scenario.you}</p>
        {scenario.content_note.level > 0 ? <ContentNoteLine text={scenario.content_note.text} /> : null}
        <p>
          You have {TURNS} turns. Trust starts at {scenario.start.trust.toFixed(2)}. Arousal is how
          stirred up {name} is; between {BAND[0]} and {BAND[1]}, the band, {name} can think and feel
          at once. What do you expect?
        </p>
      </div>
      <Guess
        label="Trust at the end"
        {...SHARE}
        value={prediction.trust}
        words={(trust) => `${trust.toFixed(2)}, ${trustWords(trust)}`}
        ends={["hardly any trust", "deep trust"]}
        onChange={(trust) => setPrediction({ ...prediction, trust })}
      />
      <Guess
        label="Share of turns with arousal outside the band"
        {...SHARE}
        value={prediction.outside}
        words={(outside) => `${percent(outside)}, ${shareWords(outside)}`}
        ends={["hardly ever", "nearly always"]}
        onChange={(outside) => setPrediction({ ...prediction, outside })}
      />
      <Actions>
        <button type="button" class="att-button" onClick={onBack}>Choose someone else</button>
        <button type="button" class="att-button att-primary" onClick={() => onBegin(prediction)}>
          Begin the conversation
        </button>
      </Actions>
    </Stage>
  );
}

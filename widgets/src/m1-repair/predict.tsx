/** Second stage: the setting, what can be done, and two guesses beforehand. */
import { useState } from "preact/hooks";
import { Guess } from "../shared/guess";
import { Actions, Stage } from "../shared/stage";
import type { Encounter } from "./content";
import type { Prediction, Way } from "./run";
import { ofTen, percent } from "./words";

interface PredictProps {
  encounter: Encounter;
  way: Way;
  onBack(): void;
  onBegin(prediction: Prediction): void;
}

export function Predict({ encounter, way, onBack, onBegin }: PredictProps) {
  const [prediction, setPrediction] = useState<Prediction>({ in_step: 0.5, inside: 0.5 });
  const { name, title, setting, cue, repair, ask } = encounter;
  return (
    <Stage title={`${name}: ${title}`}>
      <p>{setting}</p>
      <dl class="att-terms">
        <div>
          <dt>The cue</dt>
          <dd>When you have lost each other and {name} notices, {cue}. From then on {name} waits for you, for a while.</dd>
        </div>
        <div>
          <dt>Repair</dt>
          <dd>"{repair}"</dd>
        </div>
        <div>
          <dt>Ask</dt>
          <dd>"{ask}" The answer tells you how it stands. Asked again at once, it wears.</dd>
        </div>
        <div>
          <dt>Wait</dt>
          <dd>{way === "timed" ? "Press nothing, and the next beat comes." : "Let this beat go by."}</dd>
        </div>
      </dl>
      <Guess
        label="Two people who get on: for what share of the time do you expect them to be in step?"
        value={prediction.in_step}
        min={0}
        max={1}
        step={0.05}
        words={percent}
        ends={["hardly ever", "all the time"]}
        onChange={(in_step) => setPrediction({ ...prediction, in_step })}
      />
      <Guess
        label="Of ten repairs of yours, how many will come after the cue and while the other waits?"
        value={prediction.inside}
        min={0}
        max={1}
        step={0.1}
        words={ofTen}
        ends={["none", "all ten"]}
        onChange={(inside) => setPrediction({ ...prediction, inside })}
      />
      <Actions>
        <button type="button" class="att-button" onClick={onBack}>Choose again</button>
        <button type="button" class="att-button att-primary" onClick={() => onBegin(prediction)}>
          Begin to talk
        </button>
      </Actions>
    </Stage>
  );
}

/** First stage: two lines of two people who never met, and what a test makes of them. */
import { useMemo, useState } from "preact/hooks";
import { PAIRS, SAMPLES, strangers } from "../generated/recordings.js";
import { MEMORY } from "../generated/series.js";
import { Choices } from "../shared/confidence/choices";
import { ContinueButton } from "../shared/continue_button";
import { Guess } from "../shared/guess";
import { Actions, Stage } from "../shared/stage";
import { PairView, STRANGERS } from "./pair_view";
import { WINDOW } from "./pictures";
import type { Prediction, Run } from "./run";

interface PredictProps {
  seed: number;
  draft: Run | null;
  onBegin(prediction: Prediction): void;
  onContinue(run: Run): void;
}

const LINKED = [
  { value: "yes", text: "Yes, linked" },
  { value: "no", text: "No, not linked" },
];
/** What the test promises: a place to start from that gives nothing away. */
const PROMISED = 5;

export function Predict({ seed, draft, onBegin, onContinue }: PredictProps) {
  const pair = useMemo(() => strangers(seed, 0, SAMPLES, MEMORY), [seed]);
  const [first, setFirst] = useState<Prediction["first"] | null>(null);
  const [called, setCalled] = useState(PROMISED);
  return (
    <Stage title="Two who never met">
      <p>
        Adaeze packs parcels in one town, Lauri reads proofs in another, and they have never heard
        of each other. For five minutes each, a sensor notes five times a second how much they
        move. Here are the first {WINDOW} seconds of both, laid over each other.
      </p>
      <PairView
        pair={pair}
        names={STRANGERS}
        name="Two strangers' movement"
        takeaway="How much Adaeze and Lauri move, in the same minute of two different days. Both are invented."
      />
      <p>
        The textbook test of a correlation asks whether two such series go together. It promises to
        be wrong about strangers {PROMISED} times in a hundred.
      </p>
      <Choices
        legend="Does it call these two linked?"
        choices={LINKED}
        chosen={first}
        held={false}
        onChoose={(value) => setFirst(value as Prediction["first"])}
      />
      <Guess
        label={`Of ${PAIRS} pairs of such strangers, how many does it call linked?`}
        value={called}
        min={0}
        max={PAIRS}
        step={1}
        words={(value) => `${value} of ${PAIRS}`}
        ends={["none of them", "all of them"]}
        onChange={setCalled}
      />
      {draft ? <p>You began with another pair, and your place is kept.</p> : null}
      <Actions>
        <button
          type="button"
          class={`att-button ${draft ? "" : "att-primary"}`}
          disabled={first === null}
          onClick={() => onBegin({ first: first!, called })}
        >
          {draft ? "Start afresh with these" : `Test ${PAIRS} pairs`}
        </button>
        <ContinueButton draft={draft} onContinue={onContinue} />
      </Actions>
    </Stage>
  );
}

/** First stage: two moods that pull on each other, and a guess where they come to rest. */
import { useMemo, useState } from "preact/hooks";
import { STEADY } from "../generated/two_body.js";
import { ChartView } from "../shared/chart_view";
import { Choices } from "../shared/confidence/choices";
import { ContinueButton } from "../shared/continue_button";
import type { RecordPort } from "../shared/contract";
import { FiguresTable } from "../shared/figures_table";
import { timePaint } from "../shared/paint_timing";
import type { Picture } from "../shared/picture";
import { useRecord } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import type { Moods } from "./content";
import { MoodSlider } from "./mood_slider";
import { framed } from "./plane";
import { PLANE, type Prediction, readDraft, type Run, START, type Turning } from "./run";
import { both, mood } from "./words";

interface PredictProps {
  record: RecordPort;
  onBegin(prediction: Prediction): void;
  onContinue(run: Run): void;
}

const WHOSE: { value: Turning; text: string }[] = [
  { value: "nobody", text: "Nobody's: both go straight there" },
  { value: "helper", text: "The helper's alone" },
  { value: "client", text: "The client's alone" },
  { value: "both", text: "Both" },
];

export function Predict({ record, onBegin, onContinue }: PredictProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const draft = readDraft(record);
  const [guess, setGuess] = useState<Moods>({ helper: 0, client: 0 });
  const [turning, setTurning] = useState<Turning | null>(null);
  return (
    <Stage title="Before they meet">
      <p>
        Two numbers stand for two moods, above 0 pleasant and below 0 unpleasant. Left alone, this
        helper would rest at {mood(STEADY[0]!)} and this client at {mood(STEADY[1]!)}. Together they
        pull on each other: a pleasant mood is caught, a client's slight gloom calls for warmth in
        the helper, and a client's deep gloom takes the helper down.
      </p>
      <p>
        The helper starts at {mood(START.helper)} and the client at {mood(START.client)}. Bring the
        ring to where you expect the two to come to rest.
      </p>
      <Guessing guess={guess} onGuess={setGuess} />
      <Choices
        legend="On the way there, whose mood changes direction?"
        choices={WHOSE}
        chosen={turning}
        held={false}
        onChoose={(value) => setTurning(value as Turning)}
      />
      <Actions>
        <ContinueButton draft={draft} primary={false} onContinue={onContinue} />
        <button
          type="button"
          class="att-button att-primary"
          disabled={turning === null}
          onClick={() => onBegin({ ...guess, turning: turning! })}
        >
          Let them meet
        </button>
      </Actions>
    </Stage>
  );
}

function Guessing({ guess, onGuess }: { guess: Moods; onGuess(guess: Moods): void }) {
  const picture = useMemo((): Picture => ({
    ...framed(),
    points: [{ x: [START.helper], y: [START.client], ink: "ink", mark: "square", names: ["start"] }],
  }), []);
  const move = (helper: number, client: number): void => {
    timePaint();
    onGuess({ helper, client });
  };
  return (
    <div class="att-bench">
      <ChartView
        size="plane"
        picture={picture}
        takeaway={`You expect helper and client at ${both(guess)}.`}
        name="The plane of both moods"
        table={
          <FiguresTable
            caption="Moods, arbitrary units"
            head={["Moods", "Helper", "Client"]}
            rows={[["at the start", mood(START.helper), mood(START.client)], ["you expect", mood(guess.helper), mood(guess.client)]]}
          />
        }
        handle={{
          x: guess.helper,
          y: guess.client,
          range: { x: PLANE.helper, y: PLANE.client },
          step: 0.1,
          name: `Expected rest: helper ${mood(guess.helper)}, client ${mood(guess.client)}`,
          onMove: move,
        }}
      />
      <div class="att-bench-controls">
        <MoodSlider label="Helper at rest" whose="helper" value={guess.helper} onChange={(helper) => move(helper, guess.client)} />
        <MoodSlider label="Client at rest" whose="client" value={guess.client} onChange={(client) => move(guess.helper, client)} />
      </div>
    </div>
  );
}

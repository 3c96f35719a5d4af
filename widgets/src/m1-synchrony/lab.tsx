/** Third stage: two recordings, one of two people who met. Which, and who follows whom? */
import { useMemo, useState } from "preact/hooks";
import { pearson } from "../generated/correlation.js";
import { draw_lab, SAMPLES } from "../generated/recordings.js";
import { RATE } from "../generated/synchrony.js";
import { Choices } from "../shared/confidence/choices";
import { Actions, Stage } from "../shared/stage";
import { ChancePart } from "./chance_part";
import { LagPart } from "./lag_part";
import { type Recording, RECORDINGS, type Run } from "./run";
import { FIRST, type Setting, Settings } from "./settings";
import { correlation, inSentence, lagWords, nameOf } from "./words";

interface LabProps {
  run: Run;
  onPick(recording: Recording, lag: number): void;
}

export function Lab({ run, onPick }: LabProps) {
  const { pairs } = useMemo(() => draw_lab(run.seed, SAMPLES), [run.seed]);
  const [shown, setShown] = useState<Recording>("a");
  const [setting, setSetting] = useState<Setting>(FIRST);
  const [lags, setLags] = useState<Record<Recording, number>>({ a: 0, b: 0 });
  const pair = pairs[RECORDINGS.indexOf(shown)]!;
  const most = setting.mostLag * RATE;
  const lag = Math.min(Math.max(lags[shown], -most), most);
  return (
    <Stage title="Which of them met?">
      <p>
        Two more recordings. In one, two people sat together, and one of them moved after the other.
        The other was put together from two different days. The textbook test calls both linked, at
        {" "}{correlation(pearson(pairs[0]![0]!, pairs[0]![1]!))} and
        {" "}{correlation(pearson(pairs[1]![0]!, pairs[1]![1]!))}. Hold each against shuffled stretches of
        itself, and look for a lag at which they are most alike; it may lie outside what you see at first.
      </p>
      <div class="att-lab-two">
        <Choices
          legend="Look at"
          choices={RECORDINGS.map((value) => ({ value, text: nameOf(value) }))}
          chosen={shown}
          held={false}
          onChoose={(value) => setShown(value as Recording)}
        />
      </div>
      <div class="att-bench">
        <ChancePart pair={pair} setting={setting} seed={run.seed} name={nameOf(shown)} />
        <Settings setting={setting} onChange={setSetting} />
      </div>
      <LagPart
        pair={pair}
        setting={setting}
        name={nameOf(shown)}
        lag={lag}
        onLag={(value) => setLags({ ...lags, [shown]: value })}
      />
      <p>With {inSentence(shown)} you say: these two met, and {lagWords(lag)}.</p>
      <Actions>
        <button type="button" class="att-button att-primary" onClick={() => onPick(shown, lag)}>
          Go on with {inSentence(shown)}
        </button>
      </Actions>
    </Stage>
  );
}

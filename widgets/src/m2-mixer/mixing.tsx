/** Second stage: four sliders, two curves, and a pair of mixes to find. */
import { useState } from "preact/hooks";
import { Guess } from "../shared/guess";
import { timePaint } from "../shared/paint_timing";
import { Actions, Stage } from "../shared/stage";
import type { LeverId, Mix, MixerContent } from "./content";
import { Curves } from "./curves";
import { PairTable, Wanted } from "./pair";
import { type Pair, raised, type Run } from "./run";
import { aloneWords, level, takeawayOf } from "./words";

interface MixingProps {
  run: Run;
  content: MixerContent;
  onKeep(run: Run): void;
  onGo(pair: Pair): void;
}

export function Mixing({ run, content, onKeep, onGo }: MixingProps) {
  const [mix, setMix] = useState<Mix>(raised);
  const [over, setOver] = useState<LeverId>("distinction");
  const { levers } = content;
  const { a, b } = run;
  const move = (id: LeverId, value: number): void => {
    timePaint();
    setOver(id);
    setMix({ ...mix, [id]: value });
  };
  return (
    <Stage title="Mix and see">
      <p>{aloneWords(run.prediction.alone)} The curves run over the lever you touched last.</p>
      <div class="att-bench">
        <Curves {...{ mix, over, levers }} guess={run.prediction} takeaway={takeawayOf(mix, over, levers, run.prediction)} />
        <Levers mix={mix} content={content} onMove={move} onReach={setOver} />
      </div>
      <section class="att-part" aria-label="Two mixes to find">
        <h4 class="att-subheading">Two helpers who share alike</h4>
        <Wanted />
        <div class="att-row">
          <button type="button" class="att-button" onClick={() => onKeep({ ...run, a: mix })}>Keep this mix as A</button>
          <button type="button" class="att-button" onClick={() => onKeep({ ...run, b: mix })}>Keep this mix as B</button>
        </div>
        <PairTable a={a} b={b} levers={levers} />
      </section>
      <Actions>
        <button type="button" class="att-button att-primary" disabled={!a || !b} onClick={() => onGo({ a: a!, b: b! })}>
          Go on with A and B
        </button>
      </Actions>
    </Stage>
  );
}

interface LeversProps {
  mix: Mix;
  content: MixerContent;
  onMove(id: LeverId, value: number): void;
  onReach(id: LeverId): void;
}

function Levers({ mix, content, onMove, onReach }: LeversProps) {
  return (
    <div class="att-bench-controls">
      {content.levers.map(({ id, name, low, high }) => (
        <div key={id} onFocusCapture={() => onReach(id)}>
          <Guess
            label={name}
            value={mix[id]}
            min={0}
            max={1}
            step={0.05}
            words={level}
            ends={[low, high]}
            onChange={(value) => onMove(id, value)}
          />
        </div>
      ))}
    </div>
  );
}

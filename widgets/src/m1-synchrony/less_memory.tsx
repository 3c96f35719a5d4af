/** The counterfactual: had the series remembered less. */
import { useMemo, useState } from "preact/hooks";
import { PAIRS, SAMPLES, strangers } from "../generated/recordings.js";
import { MEMORY } from "../generated/series.js";
import { RATE } from "../generated/synchrony.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import { Guess } from "../shared/guess";
import { timePaint } from "../shared/paint_timing";
import type { MemoryJob } from "./jobs";
import { PairView, STRANGERS } from "./pair_view";
import { alarmsOf } from "./pictures";
import type { Finished } from "./run";
import { useWork } from "./use_work";
import { correlation } from "./words";
import { WorkingRoom } from "./working";

/** 0 to .95; the lab's own is among them. */
export const MEMORIES = Array.from({ length: 20 }, (_, i) => i / 20);
const OWN = MEMORIES.indexOf(MEMORY);

export function LessMemory({ run }: { run: Finished }) {
  const [at, setAt] = useState(MEMORIES.indexOf(0.5));
  const job = useMemo((): MemoryJob => ({ kind: "memory", seed: run.seed, memories: MEMORIES }), [run.seed]);
  const work = useWork(job);
  const pair = useMemo(() => strangers(run.seed, 0, SAMPLES, MEMORIES[at]!), [run.seed, at]);
  const move = (value: number): void => {
    timePaint();
    setAt(value);
  };
  return (
    <section class="att-part" aria-label="Had the series remembered less">
      <h4 class="att-subheading">Had the series remembered less</h4>
      <p>
        All else the same, the same hundred strangers, but each sample resembling the one before less, or more.
      </p>
      <Guess
        label="Memory"
        value={at}
        min={0}
        max={MEMORIES.length - 1}
        step={1}
        words={(place) => memoryWords(MEMORIES[place]!)}
        ends={["none: each sample is news", "nearly all is left"]}
        onChange={move}
      />
      {work.result ? <Alarms counts={work.result} at={at} /> : <WorkingRoom work={work} what="alarms for each memory" />}
      <PairView pair={pair} names={STRANGERS} name="Adaeze and Lauri with another memory" takeaway={`Adaeze and Lauri again, with a memory of ${correlation(MEMORIES[at]!)}.`} />
      <p class="att-note">
        This holds in this model. Real movement remembers in ways of its own, so the way to know is
        to test strangers from the same recordings.
      </p>
    </section>
  );
}

export function memoryWords(memory: number): string {
  return `${correlation(memory)}: after a second ${Math.round(100 * memory ** RATE)}% is left`;
}

function Alarms({ counts, at }: { counts: number[]; at: number }) {
  const picture = useMemo(() => alarmsOf(MEMORIES, counts, at), [counts, at]);
  return (
    <ChartView
      size="full"
      picture={picture}
      takeaway={`With a memory of ${correlation(MEMORIES[at]!)} the textbook test calls ${counts[at]} of ${PAIRS} linked; with the lab's ${correlation(MEMORY)}, ${counts[OWN]}.`}
      name="Alarms by memory"
      table={
        <FiguresTable
          caption={`Alarms of the textbook test among ${PAIRS} strangers`}
          head={["Memory", "Called linked"]}
          rows={MEMORIES.map((memory, i) => [correlation(memory), counts[i]!])}
        />
      }
    />
  );
}

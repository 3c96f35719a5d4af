/** The hundred strangers once more, each held against its own shuffled segments. */
import { useMemo } from "preact/hooks";
import { PAIRS } from "../generated/recordings.js";
import { LEAST_EFFECT, stands_out } from "../generated/synchrony.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import type { ShuffledJob } from "./jobs";
import { ranked, shuffledOf } from "./pictures";
import type { Finished } from "./run";
import { useWork } from "./use_work";
import { effectSize, offWords } from "./words";
import { WorkingRoom } from "./working";

export function Shuffled({ run }: { run: Finished }) {
  const job = useMemo((): ShuffledJob => ({ kind: "shuffled", seed: run.seed }), [run.seed]);
  const work = useWork(job);
  return (
    <section class="att-part" aria-label="The hundred held against shuffles">
      <p>
        The textbook test called {run.counted} of {PAIRS} strangers linked;
        {" "}{offWords(run.prediction.called, run.counted)}. Here each of the same pairs is compared with its own
        segments in another order, which are just as slow and never belonged together. The effect
        size says how many of the shuffles' own standard deviations it lies above them; this lab
        takes more than {LEAST_EFFECT} for linked.
      </p>
      {work.result ? (
        <Held effects={work.result} counted={run.counted} />
      ) : (
        <WorkingRoom work={work} what="the hundred against shuffles" />
      )}
    </section>
  );
}

function Held({ effects, counted }: { effects: number[]; counted: number }) {
  const picture = useMemo(() => shuffledOf(effects), [effects]);
  const alarms = effects.filter(stands_out).length;
  return (
    <>
      <ChartView
        size="full"
        picture={picture}
        takeaway={`Against shuffled segments ${alarms || "none"} of ${PAIRS} strangers look linked, where the textbook test called ${counted}.`}
        name="The hundred held against shuffles"
        table={
          <FiguresTable
            caption="Effect size: how many standard deviations of its shuffles a pair lies above them"
            head={["Place", "Effect size", "SUSY says"]}
            rows={ranked(effects).map((pair, rank) => [
              pair === 0 ? `${rank + 1}, the pair you saw` : rank + 1,
              effectSize(effects[pair]!),
              stands_out(effects[pair]!) ? "linked" : "not linked",
            ])}
          />
        }
      />
      <p><span aria-hidden="true">◆ </span>Adaeze and Lauri come to an effect size of {effectSize(effects[0]!)}.</p>
    </>
  );
}

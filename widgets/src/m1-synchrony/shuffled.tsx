/** The hundred strangers once more, each held against its own shuffled segments. */
import { useMemo } from "preact/hooks";
import { PAIRS } from "../generated/recordings.js";
import { LEVEL } from "../generated/synchrony.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import type { ShuffledJob } from "./jobs";
import { ranked, shuffledOf } from "./pictures";
import type { Finished } from "./run";
import { useWork } from "./use_work";
import { chance, offWords } from "./words";
import { WorkingRoom } from "./working";

export function Shuffled({ run }: { run: Finished }) {
  const job = useMemo((): ShuffledJob => ({ kind: "shuffled", seed: run.seed }), [run.seed]);
  const work = useWork(job);
  return (
    <section class="att-part" aria-label="The hundred held against shuffles">
      <p>
        The textbook test called {run.counted} of {PAIRS} strangers linked;
        {" "}{offWords(run.prediction.called, run.counted)}. Here each of the same pairs is compared with its own
        segments in another order, which are just as slow and never belonged together.
      </p>
      {work.result ? (
        <Held p={work.result} counted={run.counted} />
      ) : (
        <WorkingRoom work={work} what="the hundred against shuffles" />
      )}
    </section>
  );
}

function Held({ p, counted }: { p: number[]; counted: number }) {
  const picture = useMemo(() => shuffledOf(p), [p]);
  const alarms = p.filter((one) => one <= LEVEL).length;
  return (
    <>
      <ChartView
        size="full"
        picture={picture}
        takeaway={`Against shuffled segments ${alarms} of ${PAIRS} strangers look linked, where the textbook test called ${counted}.`}
        name="The hundred held against shuffles"
        table={
          <FiguresTable
            caption="Share of shuffles as much alike as the pair itself"
            head={["Place", "p", "SUSY says"]}
            rows={ranked(p, true).map((pair, rank) => [
              pair === 0 ? `${rank + 1}, the pair you saw` : rank + 1,
              chance(p[pair]!),
              p[pair]! <= LEVEL ? "linked" : "not linked",
            ])}
          />
        }
      />
      <p><span aria-hidden="true">◆ </span>Adaeze and Lauri come to p = {chance(p[0]!)}.</p>
    </>
  );
}

/** Second stage: a hundred pairs of strangers tested, and why so many look linked. */
import { useMemo, useState } from "preact/hooks";
import { count_alarms, PAIRS, SAMPLES } from "../generated/recordings.js";
import { ChartView } from "../shared/chart_view";
import { Choices } from "../shared/confidence/choices";
import { FiguresTable } from "../shared/figures_table";
import type { Reason } from "../shared/reasons_part";
import { Actions, Stage } from "../shared/stage";
import type { HundredJob } from "./jobs";
import { CRITICAL_R, hundredOf, ranked } from "./pictures";
import type { Run } from "./run";
import { useWork } from "./use_work";
import { correlation, offWords } from "./words";
import { WorkingRoom } from "./working";

interface HundredProps {
  run: Run;
  reasons: Reason[];
  onGo(counted: number, reason: string): void;
}

export function Hundred({ run, reasons, onGo }: HundredProps) {
  const job = useMemo((): HundredJob => ({ kind: "hundred", seed: run.seed }), [run.seed]);
  const work = useWork(job);
  const [reason, setReason] = useState<string | null>(null);
  const counted = work.result ? count_alarms(work.result, SAMPLES) : null;
  return (
    <Stage title="A hundred who never met">
      {work.result ? (
        <>
          <Counted run={run} correlations={work.result} counted={counted!} />
          <Choices
            legend="Nobody among them met. Why does the test call so many linked?"
            choices={reasons.map(({ id, text }) => ({ value: id, text }))}
            chosen={reason}
            held={false}
            onChoose={setReason}
          />
        </>
      ) : (
        <WorkingRoom work={work} what="a hundred pairs" />
      )}
      <Actions>
        <button
          type="button"
          class="att-button att-primary"
          disabled={reason === null || counted === null}
          onClick={() => onGo(counted!, reason!)}
        >
          Look for a pair that met
        </button>
      </Actions>
    </Stage>
  );
}

interface CountedProps {
  run: Run;
  correlations: number[];
  counted: number;
}

function Counted({ run, correlations, counted }: CountedProps) {
  const { called, first } = run.prediction;
  const picture = useMemo(() => hundredOf(correlations, called), [correlations, called]);
  return (
    <>
      <ChartView
        size="full"
        picture={picture}
        takeaway={`The test calls ${counted} of ${PAIRS} linked; ${offWords(called, counted)}.`}
        name="A hundred pairs of strangers"
        table={<HundredTable correlations={correlations} />}
      />
      <p><span aria-hidden="true">◆ </span>{firstWords(correlations[0]!, first)}</p>
    </>
  );
}

/** The pair that was seen, beside what was said of it. */
export function firstWords(r: number, said: "yes" | "no"): string {
  const linked = Math.abs(r) > CRITICAL_R;
  const verdict = `Adaeze and Lauri come to ${correlation(r)}, which the test calls ${linked ? "linked" : "not linked"}`;
  return `${verdict}; ${linked === (said === "yes") ? "so you had expected" : "you had expected otherwise"}.`;
}

function HundredTable({ correlations }: { correlations: number[] }) {
  return (
    <FiguresTable
      caption={`Correlations; the test calls linked what is further than ${correlation(CRITICAL_R)} from 0`}
      head={["Place", "Correlation", "The test says"]}
      rows={ranked(correlations.map(Math.abs)).map((pair, rank) => [
        pair === 0 ? `${rank + 1}, the pair you saw` : rank + 1,
        correlation(correlations[pair]!),
        Math.abs(correlations[pair]!) > CRITICAL_R ? "linked" : "not linked",
      ])}
    />
  );
}

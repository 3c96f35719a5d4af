/** The counterfactual: trust as it went, and as it would have gone with repairs at other times. */
import { useMemo, useState } from "preact/hooks";
import { BEATS, START } from "../generated/repair.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import { timePaint } from "../shared/paint_timing";
import type { Picture } from "../shared/picture";
import { useId } from "../shared/use_id";
import { type OtherCourse, otherCourse, OTHERS, trustOf } from "./other_course";
import { type Run, summaryOf } from "./run";
import { insideWords, percent, trustWords } from "./words";

export function Counterfactual({ run }: { run: Run }) {
  const [id, setId] = useState(OTHERS[0]!.id);
  const other = useMemo(() => otherCourse(run, id), [run, id]);
  const yours = useMemo(() => trustOf(run, run.acts), [run]);
  const picture = useMemo(() => pictureOf(yours, other), [yours, other]);
  const choose = (next: string): void => {
    timePaint();
    setId(next);
  };
  return (
    <section class="att-part" aria-label="The same conversation, otherwise">
      <h4 class="att-subheading">The same conversation, otherwise</h4>
      <p>The same chances at every beat, and other repairs. Trust began at {trustWords(START)}.</p>
      <ChooseOther chosen={id} onChoose={choose} />
      <ChartView
        size="full"
        picture={picture}
        takeaway={otherWords(run, other)}
        name="Trust by beat, as it went and otherwise"
        table={<TrustTable yours={yours} other={other} />}
      />
      <p class="att-note">This holds in this model, whose numbers were chosen so that timing matters.</p>
    </section>
  );
}

function ChooseOther({ chosen, onChoose }: { chosen: string; onChoose(id: string): void }) {
  const select = useId();
  return (
    <div class="att-field att-other">
      <label for={select}>Had you</label>
      <select id={select} class="att-select" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {OTHERS.map(({ id, text }) => (
          <option key={id} value={id}>{text}</option>
        ))}
      </select>
    </div>
  );
}

/** The other course beside the one that was, in a sentence. */
export function otherWords(run: Run, { text, summary }: OtherCourse): string {
  const was = summaryOf(run);
  return `Had you ${text}: trust ${trustWords(summary.trust)} at the end instead of ${trustWords(was.trust)}, in step for ${percent(summary.in_step)} instead of ${percent(was.in_step)}, repairs inside the window ${insideWords(summary)}.`;
}

function pictureOf(yours: number[], other: OtherCourse): Picture {
  const x = yours.map((_, i) => i);
  return {
    x: { label: "beat", range: [0, BEATS], ticks: [0, 10, 20, 30, 40] },
    y: { label: "trust, arbitrary units", range: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] },
    lines: [
      { x, y: yours, ink: "trust", label: "Yours", mark: "square" },
      { x, y: other.trust, ink: "quiet", label: other.label, dash: [3, 5], mark: "circle", hollow: true },
    ],
  };
}

function TrustTable({ yours, other }: { yours: number[]; other: OtherCourse }) {
  return (
    <FiguresTable
      caption="Trust after so many beats, arbitrary units"
      head={["Beats", "Yours", `Had you ${other.text}`]}
      rows={yours.map((trust, i) => [i, trustWords(trust), trustWords(other.trust[i]!)])}
    />
  );
}

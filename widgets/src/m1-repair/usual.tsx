/** How much mismatch is usual: your guess, your conversation, the chain, and infants. */
import { INFANTS, mean_apart, share_in_step } from "../generated/drift.js";
import { Bars } from "../shared/bars";
import { Drawing } from "../shared/drawing";
import { FiguresTable } from "../shared/figures_table";
import { otherCourse } from "./other_course";
import { type Run, summaryOf } from "./run";
import { percent } from "./words";

export function Usual({ run }: { run: Run }) {
  const rows = rowsOf(run);
  const { returns } = run.encounter.pair;
  return (
    <section class="att-part" aria-label="How much mismatch is usual">
      <h4 class="att-subheading">How much mismatch is usual</h4>
      <Drawing
        name="Share of the time in step"
        takeaway={takeawayOf(run)}
        table={<FiguresTable caption="Share of the time in step" head={["Who", "In step"]} rows={rows.map(([who, share]) => [who, percent(share)])} />}
      >
        <Bars bars={rows.map(([name, share], i) => ({ name, share, figure: percent(share), guess: i === 0 }))} />
      </Drawing>
      <p>
        Healthy pairs of infant and caregiver are out of step for up to about 70 per cent of the time:
        Tronick's work, as secondary sources report it. How it is between adults was not looked up
        here, and may differ with who they are. Matching at every beat buys more time in step and is
        still far from all of it.
      </p>
      <p class="att-note">
        Left alone, this pair's mismatches would last {mean_apart(returns).toFixed(1)} beats on
        average. How long a beat is in seconds is nobody's finding, and none is claimed.
      </p>
    </section>
  );
}

function rowsOf(run: Run): [string, number][] {
  const { encounter: { name, pair }, prediction } = run;
  return [
    ["You expected, of two people who get on", prediction.in_step],
    [`You and ${name}`, summaryOf(run).in_step],
    ["The same, had you matched at every beat", otherCourse(run, "constant_matcher").summary.in_step],
    ["This pair left alone, in the long run", share_in_step(pair.returns, pair.breaks)],
    ["Healthy infants and caregivers, at the lower end", INFANTS],
  ];
}

function takeawayOf(run: Run): string {
  const { encounter: { name }, prediction } = run;
  return `You expected ${percent(prediction.in_step)}. You and ${name} were in step for ${percent(summaryOf(run).in_step)} of the beats, and out of it for the rest.`;
}

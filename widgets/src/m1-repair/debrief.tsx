/** Last stage: what was done when, what is usual, and how little it says of people. */
import { FEWEST, is_timed, MASTERY } from "../generated/repairers.js";
import { type Criterion, CriteriaTable } from "../shared/criteria_table";
import { Claims, Limits } from "../shared/evidence";
import { LeversMoved } from "../shared/levers_moved";
import { ReasonsPart } from "../shared/reasons_part";
import { Actions, Stage } from "../shared/stage";
import type { Encounter, RepairContent } from "./content";
import { Counterfactual } from "./counterfactual";
import { Made } from "./made";
import { type Finished, summaryOf } from "./run";
import { Timeline } from "./timeline";
import { Usual } from "./usual";
import { insideWords, ofTen, percent } from "./words";

interface DebriefProps {
  run: Finished;
  content: RepairContent;
  onAgain(): void;
}

export function Debrief({ run, content, onAgain }: DebriefProps) {
  return (
    <Stage title="Out of step, and back">
      <p class="att-takeaway att-result">{takeawayOf(run)}</p>
      <Timeline run={run} />
      <Counterfactual run={run} />
      <Usual run={run} />
      <section class="att-part" aria-label="The criteria">
        <CriteriaTable caption="What this exercise looks for" criteria={criteriaOf(run)} />
        <p class="att-note">
          How fast you pressed, which way you played and windows you let pass are not looked at.
        </p>
      </section>
      <ReasonsPart title="What the picture says" others="The other statements" chosen={run.reason} reasons={content.reasons} />
      <Tempted encounter={run.encounter} />
      <LeversMoved levers={content.levers} />
      <Claims claims={content.claims} />
      <Limits exercise={content.exercise} />
      <Made encounter={run.encounter} files={content.source} />
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Talk again</button>
      </Actions>
    </Stage>
  );
}

export function takeawayOf(run: Finished): string {
  const summary = summaryOf(run);
  return `You expected ${ofTen(run.prediction.inside)} of your repairs inside the window. There were ${insideWords(summary)}. Trust went from 0.50 to ${summary.trust.toFixed(2)}.`;
}

export function criteriaOf(run: Finished): Criterion[] {
  const summary = summaryOf(run);
  return [
    {
      name: "Repairs inside the window",
      reached: insideWords(summary),
      wanted: `${percent(MASTERY)} or more, of at least ${FEWEST}`,
      met: is_timed(summary),
    },
    {
      name: "What the picture says",
      reached: run.reason.sound ? "a statement that holds" : "a statement that does not hold",
      wanted: "a statement that holds",
      met: run.reason.sound,
    },
  ];
}

function Tempted({ encounter }: { encounter: Encounter }) {
  return (
    <section class="att-part" aria-label="What the cue tempts to">
      <h4 class="att-subheading">What {encounter.name}'s cue tempts to</h4>
      <p>{encounter.tempts}</p>
    </section>
  );
}

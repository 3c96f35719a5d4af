/** Last stage: the whole plane, what was looked for, and how little it says of people. */
import { TOLERANCE } from "../generated/endings.js";
import { type Criterion, CriteriaTable } from "../shared/criteria_table";
import { Claims, Limits } from "../shared/evidence";
import { LeversMoved } from "../shared/levers_moved";
import { ReasonsPart } from "../shared/reasons_part";
import { Actions, Stage } from "../shared/stage";
import type { TwoBodyContent } from "./content";
import { Counterfactual } from "./counterfactual";
import { Made } from "./made";
import { RestsPart } from "./rests_part";
import { type Finished, trueEdge } from "./run";
import { WholePlane } from "./whole_plane";
import { mood } from "./words";

interface DebriefProps {
  run: Finished;
  content: TwoBodyContent;
  onAgain(): void;
}

export function Debrief({ run, content, onAgain }: DebriefProps) {
  return (
    <Stage title="The whole plane">
      <WholePlane run={run} />
      <section class="att-part" aria-label="The criteria">
        <CriteriaTable caption="What this exercise looks for" criteria={criteriaOf(run)} />
      </section>
      <ReasonsPart title="Why it is not a prognosis" chosen={run.reason} reasons={content.reasons} />
      <RestsPart />
      <Counterfactual />
      <LeversMoved levers={content.levers} />
      <Claims claims={content.claims} />
      <Limits exercise={content.exercise} />
      <Made files={content.source} />
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Another line</button>
      </Actions>
    </Stage>
  );
}

export function criteriaOf({ line, edge, reason }: Finished): Criterion[] {
  const lies = trueEdge(line);
  return [
    {
      name: `The edge where the client starts at ${mood(line)}`,
      reached: mood(edge),
      wanted: `${mood(lies - TOLERANCE)} to ${mood(lies + TOLERANCE)}`,
      met: Math.abs(lies - edge) <= TOLERANCE,
    },
    {
      name: "Why it is not a prognosis",
      reached: reason.sound ? "a reason that holds" : "a reason that does not hold",
      wanted: "a reason that holds",
      met: reason.sound,
    },
  ];
}

/** Last stage: the hundred held against shuffles, what was looked for, and what it bears on. */
import { NEAR, PAIRS } from "../generated/recordings.js";
import { type Criterion, CriteriaTable } from "../shared/criteria_table";
import { Claims, Limits } from "../shared/evidence";
import { LeversMoved } from "../shared/levers_moved";
import { ReasonsPart } from "../shared/reasons_part";
import { Actions, Stage } from "../shared/stage";
import type { SynchronyContent } from "./content";
import { LessMemory } from "./less_memory";
import { Made } from "./made";
import { PickedPart } from "./picked_part";
import { ReadingsPart } from "./readings_part";
import { type Finished, isMet, readingsRight } from "./run";
import { Shuffled } from "./shuffled";
import { Works } from "./works";

interface DebriefProps {
  run: Finished;
  content: SynchronyContent;
  onAgain(): void;
}

export function Debrief({ run, content, onAgain }: DebriefProps) {
  const reason = content.reasons.find(({ id }) => id === run.reason)!;
  return (
    <Stage title="The same hundred, held against shuffles">
      <Shuffled run={run} />
      <PickedPart run={run} />
      <section class="att-part" aria-label="The criteria">
        <CriteriaTable caption="What this exercise looks for" criteria={criteriaOf(run, content)} />
        <p>{isMet(run, content) ? "All three are met." : "All three together are what this exercise looks for, as often as you like."}</p>
      </section>
      <ReasonsPart title="Why the test cries so often" chosen={reason} reasons={content.reasons} />
      <ReadingsPart run={run} readings={content.readings} />
      <LessMemory run={run} />
      <LeversMoved levers={content.levers} />
      <Claims claims={content.claims} />
      <Works works={content.works} />
      <Limits exercise={content.exercise} title="What would show this lab wrong" />
      <Made files={content.source} />
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Another hundred</button>
      </Actions>
    </Stage>
  );
}

export function criteriaOf(run: Finished, content: SynchronyContent): Criterion[] {
  const { prediction, counted } = run;
  const { sound } = content.reasons.find(({ id }) => id === run.reason)!;
  const of = content.readings.length;
  const right = readingsRight(run, content);
  return [
    {
      name: `How many of ${PAIRS} strangers the test calls linked`,
      reached: String(prediction.called),
      wanted: `${Math.max(counted - NEAR, 0)} to ${Math.min(counted + NEAR, PAIRS)}`,
      met: Math.abs(prediction.called - counted) <= NEAR,
    },
    {
      name: "Why it does",
      reached: sound ? "a reason that holds" : "a reason that does not hold",
      wanted: "a reason that holds",
      met: sound,
    },
    {
      name: "What .03 says and does not say",
      reached: `${right} of ${of}`,
      wanted: `${of} of ${of}`,
      met: right === of,
    },
  ];
}

/** Last stage: the two ways beside each other, for your two people and for many. */
import { BETTER_WAY, gap_told, GAP_TOLERANCE, tells_ways_apart } from "../generated/perspective.js";
import { CriteriaTable } from "../shared/criteria_table";
import { Claims, Limits, Source } from "../shared/evidence";
import { Actions, Stage } from "../shared/stage";
import type { PerspectiveContent } from "./content";
import { ManyPeople } from "./many_people";
import { OtherQuestions } from "./other_questions";
import { errorOf, gapOf, personOf, type Run, type Way } from "./run";
import { Sureness } from "./sureness";
import { ViewsOf } from "./views_of";
import { gapWords, pairWords, points, PREDICTIONS } from "./words";

interface DebriefProps {
  content: PerspectiveContent;
  run: Run;
  onAgain(): void;
}

export function Debrief({ content, run, onAgain }: DebriefProps) {
  return (
    <Stage title="Imagined, and asked">
      <p class="att-takeaway att-result">{takeawayOf(content, run)}</p>
      <div class="att-drawings">
        <ViewsOf content={content} run={run} way="taking" />
        <ViewsOf content={content} run={run} way="getting" />
      </div>
      <ManyPeople content={content} run={run} />
      <Sureness content={content} run={run} />
      <Criteria content={content} run={run} />
      <OtherQuestions content={content} run={run} />
      <Tempted content={content} run={run} />
      <Claims claims={content.claims} />
      <Limits exercise={content.exercise} />
      <Made files={content.source} />
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Meet two others</button>
      </Actions>
    </Stage>
  );
}

export function takeawayOf(content: PerspectiveContent, run: Run): string {
  const [taking, getting] = (["taking", "getting"] as Way[]).map((way) => errorOf(content, run, way));
  const [first, second] = (["taking", "getting"] as Way[]).map(
    (way) => personOf(content, run.seed, way).portrait.name,
  );
  return `Imagining ${first}, you were ${points(taking!)} off on average; after asking ${second} two questions, ${points(getting!)}. ${pairWords(taking!, getting!)}`;
}

function Criteria({ content, run }: { content: PerspectiveContent; run: Run }) {
  const gap = gapOf(content, run, "taking");
  const chosen = PREDICTIONS.find(({ value }) => value === run.predicted)!.text;
  const wanted = PREDICTIONS.find(({ value }) => value === BETTER_WAY)!.text;
  const criteria = [
    { name: "Which way comes nearer over many people", reached: chosen, wanted, met: run.predicted === BETTER_WAY },
    { name: "Your gap while imagining", reached: gapWords(run.gap!), wanted: `within ${GAP_TOLERANCE} of: ${gapWords(gap)}`, met: gap_told(run.gap!, gap) },
  ];
  return (
    <section class="att-part" aria-label="The criteria">
      <CriteriaTable caption="What this exercise looks for" criteria={criteria} />
      <p>{masteryWords(tells_ways_apart(run.predicted, run.gap!, gap))}</p>
    </section>
  );
}

function masteryWords(met: boolean): string {
  if (met) return "Both are met. How near your guesses came is not among them: it is mostly chance.";
  return "Both together are what this exercise looks for. How near your guesses came is not: it is mostly chance.";
}

function Tempted({ content, run }: { content: PerspectiveContent; run: Run }) {
  return (
    <section class="att-part" aria-label="What the portraits tempt to">
      <h4 class="att-subheading">What the portraits tempt to</h4>
      {(["taking", "getting"] as Way[]).map((way) => {
        const { portrait } = personOf(content, run.seed, way);
        return <p key={way}><strong>{portrait.name}.</strong> {portrait.tempts}</p>;
      })}
      <p>
        Asking takes time, and leave to ask. A workplace that plans five minutes for questions, and
        an interpreter or another way of talking where one is needed, makes it possible.
      </p>
    </section>
  );
}

function Made({ files }: { files: Record<string, string> }) {
  return (
    <section class="att-part" aria-label="How this model was made">
      <h4 class="att-subheading">How this model was made</h4>
      <p>
        Eyal, Steffel and Epley (2018) let people rate another person's views after imagining that
        person's perspective, or after asking. This page borrows the design and the direction of
        what they found, and none of their figures. A portrait says what its life makes likely;
        nothing in it follows from an origin or a disability. Three leanings, drawn by chance, move
        each person's views away from it, so that one answer tells something of others too.
      </p>
      <p>
        Nothing is added up over a class: no such figures are collected. Were there any, they would
        be shown for eight people or more, and never for fewer.
      </p>
      <p>This is its Python, which the build turned into the JavaScript that ran here:</p>
      <Source files={files} />
    </section>
  );
}

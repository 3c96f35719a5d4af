/** Last stage: what the pair shows, what it does not, and who can move each lever. */
import { distress, HIGH, LOW, main_levers, pair_shows, SHARING } from "../generated/mixer.js";
import { type Criterion, CriteriaTable } from "../shared/criteria_table";
import { Claims, Limits } from "../shared/evidence";
import { LeversMoved } from "../shared/levers_moved";
import { Actions, Stage } from "../shared/stage";
import type { Lever, LeverId, MixerContent } from "./content";
import { Findings } from "./findings";
import { Made } from "./made";
import { type Finished, ordered } from "./run";
import { SharingLess } from "./sharing_less";
import { SingleLevers } from "./single_levers";
import { inSentence, level } from "./words";

interface DebriefProps {
  run: Finished;
  content: MixerContent;
  onAgain(): void;
}

export function Debrief({ run, content, onAgain }: DebriefProps) {
  return (
    <Stage title="What the two mixes show">
      <SingleLevers run={run} levers={content.levers} />
      <section class="att-part" aria-label="The criteria">
        <CriteriaTable caption="What this exercise looks for" criteria={criteriaOf(run, content.levers)} />
      </section>
      <SharingLess run={run} levers={content.levers} />
      <Findings chosen={run.finding} findings={content.findings} />
      <LeversMoved levers={content.levers} />
      <Claims claims={content.claims} />
      <Limits exercise={content.exercise} />
      <Made files={content.source} />
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Start afresh</button>
      </Actions>
    </Stage>
  );
}

export function criteriaOf(run: Finished, levers: Lever[]): Criterion[] {
  const { a, b, lever, finding } = run;
  const { high, low } = ordered(run);
  const shows = pair_shows(a, b) as Record<"same" | "enough" | "opposite", boolean>;
  const main = main_levers(a, b) as LeverId[];
  return [
    {
      name: "The same sharing",
      reached: `${level(a.sharing)} and ${level(b.sharing)}`,
      wanted: `equal, ${level(SHARING)} or more`,
      met: shows.same && shows.enough,
    },
    {
      name: "Opposite distress",
      reached: `${level(distress(high))} and ${level(distress(low))}`,
      wanted: `${level(HIGH)} or more, ${level(LOW)} or less`,
      met: shows.opposite,
    },
    {
      name: "The lever that did most",
      reached: inSentence(levers, lever),
      wanted: main.map((id) => inSentence(levers, id)).join(" or ") || "none makes a difference",
      met: main.includes(lever),
    },
    {
      name: "A finding the model does not explain",
      reached: finding.source,
      wanted: "one that is not built in",
      met: finding.beyond,
    },
  ];
}

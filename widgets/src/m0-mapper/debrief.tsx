/** Last stage: your arrows beside the readings that the words allow. */
import { FITTING_WANTED, NAMED_GAP } from "../generated/directions.js";
import { CriteriaTable } from "../shared/criteria_table";
import { Claims, Limits, Source } from "../shared/evidence";
import { Actions, Stage } from "../shared/stage";
import type { MapperContent } from "./content";
import { Maps } from "./maps";
import { OneDirection } from "./one_direction";
import { Protection } from "./protection";
import { Readings } from "./readings";
import { fittingOf, protectingOf, type Round } from "./round";

interface DebriefProps {
  content: MapperContent;
  round: Round;
  onAgain(): void;
}

export function Debrief({ content, round, onAgain }: DebriefProps) {
  const gap = content.gaps.find(({ id }) => id === round.gap)!;
  const wanted = content.gaps.find(({ id }) => id === NAMED_GAP)!.text;
  return (
    <Stage title="Your arrows, and those that the words allow">
      <p class="att-takeaway att-result">{takeawayOf(content, round)}</p>
      <Maps content={content} round={round} />
      <section class="att-part" aria-label="What changes">
        <h4 class="att-subheading">What changes from sentence to sentence</h4>
        <p class="att-quoted">You chose: {gap.text}</p>
        <p>{gap.feedback}</p>
      </section>
      <Criteria fitting={fittingOf(content, round)} all={content.directions.length} gap={gap.text} wanted={wanted} named={gap.id === NAMED_GAP} />
      <Readings content={content} round={round} />
      <Protection content={content} predicted={round.predicted} />
      <OneDirection content={content} round={round} />
      <Claims claims={content.claims} />
      <Limits exercise={content.exercise} title="What would show this key wrong" />
      <section class="att-part" aria-label="How this key was made">
        <h4 class="att-subheading">How this key was made</h4>
        <p>
          The sentences are the article's claims in this course's words, and their readings were
          decided one by one. No readers were asked, so “may disagree” is a judgement and
          not a count. The counting is this Python, which the build turned into the JavaScript that
          ran here:
        </p>
        <Source files={content.source} />
      </section>
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Sort them again</button>
      </Actions>
    </Stage>
  );
}

export function takeawayOf(content: MapperContent, round: Round): string {
  const all = content.directions.length;
  const protecting = protectingOf(content);
  const guess = round.predicted === protecting ? "as you had guessed" : `you had guessed ${round.predicted}`;
  return `${fittingOf(content, round)} of your ${all} readings are among those accepted. ${protecting} sentences speak of the helper's own protection; ${guess}.`;
}

interface CriteriaProps {
  fitting: number;
  all: number;
  gap: string;
  wanted: string;
  named: boolean;
}

function Criteria({ fitting, all, gap, wanted, named }: CriteriaProps) {
  const criteria = [
    { name: "Sentences in an accepted place", reached: `${fitting} of ${all}`, wanted: `${FITTING_WANTED} or more`, met: fitting >= FITTING_WANTED },
    { name: "What changes between them", reached: gap, wanted, met: named },
  ];
  return (
    <section class="att-part" aria-label="The criteria">
      <CriteriaTable caption="What this exercise looks for" criteria={criteria} />
    </section>
  );
}

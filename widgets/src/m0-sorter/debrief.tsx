/** After a set: how sure beside how right, the score in its parts, and each claim's status. */
import { SET } from "../generated/evidence_sets.js";
import { HadYouSaid } from "../shared/confidence/had_you_said";
import { Parts } from "../shared/confidence/parts";
import { Reliability } from "../shared/confidence/reliability";
import { Limits, Source } from "../shared/evidence";
import { Actions, Stage } from "../shared/stage";
import type { SorterContent } from "./content";
import { Criteria } from "./criteria";
import { LabelledClaims } from "./labelled_claims";
import { cardsOf, lastOf, type Run } from "./run";
import { expectedWords, takeawayOf } from "./words";

interface DebriefProps {
  run: Run;
  content: SorterContent;
  onSecond(): void;
  onAgain(): void;
}

export function Debrief({ run, content, onSecond, onAgain }: DebriefProps) {
  const set = run.sorted.length - 1;
  const { given, expected } = lastOf(run);
  const before = set === 1 ? run.sorted[0]!.given : undefined;
  return (
    <Stage title={set === 0 ? "How sure and right agree" : "The second set, beside the first"}>
      <Reliability
        judged={given}
        expected={expected}
        takeaway={takeawayOf(run)}
        rightWords="labels that fitted"
        {...(before ? { before } : {})}
      />
      <p>
        {expectedWords(lastOf(run))} On the dotted line your confidence and the share that fitted
        are equal; under it you were surer than right. Each figure beside a point says how many
        claims it stands for{before ? "; open squares are your first set" : ""}.
      </p>
      <Criteria run={run} />
      <Parts judged={given} before={before} />
      <HadYouSaid judged={given} />
      <LabelledClaims given={given} cards={cardsOf(run, set, content)} labels={content.labels} />
      <Limits exercise={content.exercise} title="What would change these answers" />
      <section class="att-part" aria-label="How this was made">
        <h4 class="att-subheading">How this was made</h4>
        <p>
          This Python draws the sets, says which labels fit, and scores; the build turned it into
          the JavaScript that ran here:
        </p>
        <Source files={content.source} />
      </section>
      <Actions skippable={false}>
        <button type="button" class={`att-button ${set === 0 ? "" : "att-primary"}`} onClick={onAgain}>
          Start afresh with other claims
        </button>
        {set === 0 ? (
          <button type="button" class="att-button att-primary" onClick={onSecond}>
            Label a second set of {SET}
          </button>
        ) : null}
      </Actions>
    </Stage>
  );
}

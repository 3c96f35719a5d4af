/** After six statements: which you knew, and what assuming would have come to. */
import { Claims, Limits, Source } from "../shared/evidence";
import { Actions, Stage } from "../shared/stage";
import type { PrivacyContent } from "./content";
import { ProvedBy } from "./proof";
import { countRight, isMet, sameThroughout, statementsOf, type Walk } from "./walk";

interface DebriefProps {
  walk: Walk;
  content: PrivacyContent;
  onAgain(): void;
}

export function Debrief({ walk, content, onAgain }: DebriefProps) {
  const { statements } = content;
  return (
    <Stage title="What leaves, and what stays">
      <p class="att-takeaway att-result">{takeawayOf(walk, statements.length)}</p>
      <ul class="att-claims">
        {statementsOf(walk, content).map((statement, i) => (
          <li key={statement.id}>
            <p>
              {statement.statement} <strong>{statement.holds ? "True." : "False."}</strong>
            </p>
            <p class={walk.given[i]!.right ? "att-met att-yours" : "att-unmet att-yours"}>
              {walk.given[i]!.right ? "You expected this." : "You expected otherwise."}
            </p>
            <p class="att-note">{statement.because}</p>
            <ProvedBy statement={statement} />
          </li>
        ))}
      </ul>
      <section class="att-part" aria-label="Had you assumed">
        <h4 class="att-subheading">Had you assumed</h4>
        <p>
          Had you believed every statement, {sameThroughout(statements, true)} of{" "}
          {statements.length} would have fitted; had you believed none,{" "}
          {sameThroughout(statements, false)}. Neither trust nor distrust will do: what a course keeps
          has to be asked, of this one and of others.
        </p>
      </section>
      <Claims claims={content.claims} />
      <Limits exercise={content.exercise} title="What would change these answers" />
      <section class="att-part" aria-label="How this was made">
        <h4 class="att-subheading">How this was made</h4>
        <p>This Python draws the order and counts; the build turned it into JavaScript:</p>
        <Source files={content.source} />
      </section>
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Go through them again</button>
      </Actions>
    </Stage>
  );
}

export function takeawayOf(walk: Walk, of: number): string {
  const knew = `${countRight(walk)} of ${of} are as you expected`;
  return isMet(walk)
    ? `${knew}: you know what leaves the notebook, and what stays.`
    : `${knew}. This exercise looks for all ${of}; go through them as often as you like.`;
}

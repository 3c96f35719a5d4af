/** After ten cards: how you decided beside the audit, and what trust would have come to. */
import { CITATIONS_WANTED } from "../generated/decisions.js";
import { HadYouSaid } from "../shared/confidence/had_you_said";
import { Reliability } from "../shared/confidence/reliability";
import { countRight, scoreOf, sureAndRight } from "../shared/confidence/scores";
import { brierWords, scoreWords } from "../shared/confidence/words";
import { Claims, Limits, Source } from "../shared/evidence";
import { Actions, Stage } from "../shared/stage";
import { Closest } from "./audit";
import type { CitationsContent } from "./content";
import { DecisionsTable } from "./decisions_table";
import { cardsOf, countExists, isMet, type Run } from "./run";
import { Trusting } from "./trusting";
import { bornOut, expectedWords } from "./words";

interface DebriefProps {
  run: Run;
  content: CitationsContent;
  onAgain(): void;
}

export function Debrief({ run, content, onAgain }: DebriefProps) {
  const { decisions } = run;
  const of = decisions.length;
  const score = scoreOf(decisions);
  return (
    <Stage title="What the ten citations carry">
      <p class="att-takeaway att-result">{expectedWords(run.expected, bornOut(content.cards))}</p>
      <p>
        You read what they bear out as the audit does in {countRight(decisions)} of {of}, and whether
        they exist as cited in {countExists(run)} of {of}. This exercise looks for{" "}
        {CITATIONS_WANTED} of {of} on the first:{" "}
        <span class={isMet(run) ? "att-met" : "att-unmet"}>{isMet(run) ? "met" : "not met"}</span>.
      </p>
      <DecisionsTable run={run} content={content} />
      <Trusting cards={content.cards} />
      <section class="att-part" aria-label="How sure and right agree">
        <Reliability
          judged={decisions}
          takeaway={`${sureAndRight(decisions)} Brier score ${scoreWords(score)}: ${brierWords(score)}.`}
          rightWords="readings that fitted"
        />
      </section>
      <HadYouSaid judged={decisions} />
      <section class="att-part" aria-label="What comes closest">
        <h4 class="att-subheading">What comes closest</h4>
        <p>
          A source that we could not trace may exist: we looked, and did not find it. These works
          are there, and bear on the same sentences.
        </p>
        {cardsOf(run, content).map((card) => (
          <details class="att-disclosure" key={card.id}>
            <summary>{card.as_cited}</summary>
            <Closest card={card} works={content.works} />
          </details>
        ))}
      </section>
      <Claims claims={content.claims} />
      <Limits exercise={content.exercise} title="What would change these answers" />
      <section class="att-part" aria-label="How this was made">
        <h4 class="att-subheading">How this was made</h4>
        <p>
          Ten citations were looked up for this course; what was found is written on the cards. This
          Python marks the decisions, and the build turned it into the JavaScript that ran here:
        </p>
        <Source files={content.source} />
      </section>
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Go through them again</button>
      </Actions>
    </Stage>
  );
}

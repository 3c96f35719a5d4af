/** The end of a round: how sure you were beside how often you were right. */
import { differenceWords } from "../shared/confidence/had_you_said";
import { evenlySure, scoreOf, sureAndRight } from "../shared/confidence/scores";
import { brierWords, percentOf } from "../shared/confidence/words";
import { Limits } from "../shared/evidence";
import { count } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import { CitedTags } from "./cited_tags";
import type { RecallContent } from "./content";
import type { Given, Round } from "./round";

interface DebriefProps {
  round: Round;
  content: RecallContent;
  onAgain(): void;
}

export function Debrief({ round, content, onAgain }: DebriefProps) {
  const { given } = round;
  const right = given.filter((each) => each.right).length;
  const even = evenlySure(given);
  return (
    <Stage title="How sure and right agree">
      <p class="att-takeaway att-result">{takeawayOf(given)}</p>
      <p>
        You chose what fits best in {right} of {count(given.length, "question")}. The Brier score is
        the mean squared distance between how sure you were and being right: 0 is best, 0.25 is what
        saying 50% each time comes to, 1 is sure and mistaken every time.
      </p>
      <AnswerTable given={given} content={content} />
      <p>
        Had you said {percentOf(even.confidence)} each time, with the same answers, the score would
        have been {even.score.toFixed(2)}. {differenceWords(scoreOf(given), even.score)} Five
        questions say little about you; the habit of asking how sure you are is the point.
      </p>
      <p>What you missed comes first in your next round.</p>
      <Limits exercise={content.exercise} title="What would change these answers" />
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Another round</button>
      </Actions>
    </Stage>
  );
}

export function takeawayOf(given: Given[]): string {
  const score = scoreOf(given);
  return `${sureAndRight(given)} Brier score ${score.toFixed(2)}: ${brierWords(score)}.`;
}

function AnswerTable({ given, content }: { given: Given[]; content: RecallContent }) {
  return (
    <table class="att-table att-recalled">
      <caption>Your answers</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">How sure</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {given.map((each) => (
          <AnswerRow key={each.id} given={each} content={content} />
        ))}
      </tbody>
    </table>
  );
}

function AnswerRow({ given, content }: { given: Given; content: RecallContent }) {
  const item = content.items.find(({ id }) => id === given.id)!;
  const claims = content.claims.filter(({ id }) => item.claims.includes(id));
  return (
    <tr>
      <th scope="row">
        {item.question}
        {claims.map(({ id, status_words }) => (
          <span class="att-claim-tag att-change" key={id}>
            <code>{id}</code> · <em>{status_words}</em>
          </span>
        ))}
        <CitedTags item={item} cited={content.cited} />
      </th>
      <td>{percentOf(given.confidence)}</td>
      <td class={given.right ? "att-met" : "att-unmet"}>{given.right ? "fits best" : "another fits better"}</td>
    </tr>
  );
}

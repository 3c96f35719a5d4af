/** What the exercise looks for, as plain facts: a good score, or a second set that is better. */
import { improvement, MASTERY } from "../generated/evidence_sets.js";
import { isMet, type Run, scoresOf } from "./run";
import { scoreWords, signedScore } from "../shared/confidence/words";
import { type Criterion, CriteriaTable } from "../shared/criteria_table";

export function Criteria({ run }: { run: Run }) {
  return (
    <section class="att-part" aria-label="The criteria">
      <CriteriaTable caption="What this exercise looks for: one of these is enough" criteria={criteriaOf(run)} />
      <p>{closingWords(run)}</p>
    </section>
  );
}

function criteriaOf(run: Run): Criterion[] {
  const { brier, improvement: least } = MASTERY as Record<"brier" | "improvement", number>;
  const scores = scoresOf(run);
  const rows = scores.map((score, set) => ({
    name: `Brier score, ${set === 0 ? "first" : "second"} set`,
    reached: scoreWords(score),
    wanted: `${scoreWords(brier)} or less`,
    met: score <= brier,
  }));
  if (scores.length < 2) return rows;
  const better = improvement(scores);
  const wanted = `${scoreWords(least)} or more`;
  return [...rows, { name: "Improvement", reached: signedScore(better), wanted, met: better >= least - 1e-9 }];
}

function closingWords(run: Run): string {
  if (isMet(run)) return "The criterion is met. Other claims are there whenever you like.";
  if (run.sorted.length < 2) return "A second set of other claims can still meet it, by its own score or by being better than this one.";
  return "Twelve claims are few, and scores move by chance. Starting afresh draws others.";
}

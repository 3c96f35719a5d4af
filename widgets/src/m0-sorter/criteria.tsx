/** What the exercise looks for, as plain facts: a good score, or a second set that is better. */
import { improvement, MASTERY } from "../generated/evidence_sets.js";
import { isMet, type Run, scoresOf } from "./run";
import { scoreWords, signedScore } from "../shared/confidence/words";

interface Row {
  name: string;
  reached: string;
  wanted: string;
  met: boolean;
}

export function Criteria({ run }: { run: Run }) {
  return (
    <section class="att-part" aria-label="The criteria">
      <table class="att-table att-criteria">
        <caption>What this exercise looks for: one of these is enough</caption>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">Yours</th>
            <th scope="col">Looked for</th>
            <th scope="col"><span class="att-unseen">Met</span></th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(run).map(({ name, reached, wanted, met }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{reached}</td>
              <td>{wanted}</td>
              <td class={met ? "att-met" : "att-unmet"}>{met ? "met" : "not met"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{closingWords(run)}</p>
    </section>
  );
}

function rowsOf(run: Run): Row[] {
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

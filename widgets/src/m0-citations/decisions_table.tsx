/** The ten decisions beside the audit's. */
import type { CitationsContent } from "./content";
import { cardsOf, type Decided, type Run } from "./run";

export function DecisionsTable({ run, content }: { run: Run; content: CitationsContent }) {
  const cards = cardsOf(run, content);
  const { exists, supports } = content.choices;
  return (
    <table class="att-table att-decided">
      <caption>Your readings, beside the audit's where they differ</caption>
      <thead>
        <tr>
          <th scope="col">Citation</th>
          <th scope="col">As cited?</th>
          <th scope="col">Bears it out?</th>
        </tr>
      </thead>
      <tbody>
        {run.decisions.map((decided, i) => (
          <tr key={decided.id}>
            <th scope="row">{cards[i]!.as_cited}</th>
            <Reading fits={decided.exists_right} yours={short(exists[decided.exists]!)} audit={short(exists[cards[i]!.exists]!)} />
            <Reading fits={decided.right} yours={supports[decided.supports]!} audit={supports[cards[i]!.supports]!} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "Partly: something about it differs" is "Partly" where there is little room. */
function short(words: string): string {
  return words.split(":")[0]!;
}

interface ReadingProps {
  fits: Decided["right"];
  yours: string;
  audit: string;
}

function Reading({ fits, yours, audit }: ReadingProps) {
  return (
    <td>
      <span class={fits ? "att-met" : "att-unmet"}>{yours}</span>
      {fits ? null : <span class="att-audit">audit: {audit}</span>}
    </td>
  );
}

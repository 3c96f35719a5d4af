/** The finding that was chosen, and the others, each with how the model stands to it. */
import type { Finding } from "./content";

export function Findings({ chosen, findings }: { chosen: Finding; findings: Finding[] }) {
  const others = findings.filter(({ id }) => id !== chosen.id);
  return (
    <section class="att-part" aria-label="What the model does not explain">
      <h4 class="att-subheading">What the model does not explain</h4>
      <p>
        You chose: {chosen.statement} <span class="att-figures">{chosen.source}.</span>
      </p>
      <p>{chosen.why}</p>
      <details class="att-disclosure">
        <summary>The other findings</summary>
        <dl class="att-terms">
          {others.map(({ id, statement, source, why }) => (
            <div key={id}>
              <dt>{statement}</dt>
              <dd>{source}. {why}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

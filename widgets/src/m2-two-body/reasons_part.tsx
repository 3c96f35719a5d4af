/** The reason that was chosen, and what is to be said of it and of the others. */
import type { Reason } from "./content";

export function ReasonsPart({ chosen, reasons }: { chosen: Reason; reasons: Reason[] }) {
  return (
    <section class="att-part" aria-label="Why it is not a prognosis">
      <h4 class="att-subheading">Why it is not a prognosis</h4>
      <p>You chose: {chosen.text}</p>
      <p>{chosen.feedback}</p>
      <details class="att-disclosure">
        <summary>The other reasons</summary>
        <dl class="att-terms">
          {reasons.filter(({ id }) => id !== chosen.id).map(({ id, text, feedback }) => (
            <div key={id}>
              <dt>{text}</dt>
              <dd>{feedback}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

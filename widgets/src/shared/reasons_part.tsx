/** The reason that was chosen, and what is to be said of it and of the others. */

export interface Reason {
  id: string;
  text: string;
  /** Whether it holds. */
  sound: boolean;
  feedback: string;
}

interface ReasonsPartProps {
  title: string;
  chosen: Reason;
  reasons: Reason[];
}

export function ReasonsPart({ title, chosen, reasons }: ReasonsPartProps) {
  return (
    <section class="att-part" aria-label={title}>
      <h4 class="att-subheading">{title}</h4>
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

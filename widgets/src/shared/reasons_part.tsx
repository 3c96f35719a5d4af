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
  /** What the others are called: "The other reasons". */
  others?: string;
  chosen: Reason;
  reasons: Reason[];
}

export function ReasonsPart({ title, others = "The other reasons", chosen, reasons }: ReasonsPartProps) {
  return (
    <section class="att-part" aria-label={title}>
      <h4 class="att-subheading">{title}</h4>
      <p>You chose: {chosen.text}</p>
      <p>{chosen.feedback}</p>
      <details class="att-disclosure">
        <summary>{others}</summary>
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

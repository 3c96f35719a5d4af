/** What the exercise bears on and how far it can be trusted: claims, limits, the source. */
import type { Claim, Exercise } from "./contract";

export function Claims({ claims }: { claims: Claim[] }) {
  return (
    <section class="att-part" aria-label="What this bears on">
      <h4 class="att-subheading">What this bears on</h4>
      <ClaimList claims={claims} />
    </section>
  );
}

export function ClaimList({ claims }: { claims: Claim[] }) {
  return (
    <ul class="att-claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          <p class="att-claim-tag">
            <code>{claim.id}</code> · <em>{claim.status_words}</em>
          </p>
          <p>{claim.statement}</p>
          <p class="att-note">{claim.teach}</p>
        </li>
      ))}
    </ul>
  );
}

interface LimitsProps {
  exercise: Exercise;
  /** What stands over the exercise's own test. */
  title?: string;
}

export function Limits({ exercise, title = "What would show this model wrong" }: LimitsProps) {
  return (
    <section class="att-part" aria-label="Limits">
      <h4 class="att-subheading">{title}</h4>
      <p>{exercise.falsify}</p>
      <h4 class="att-subheading">What it leaves out</h4>
      <ul>
        {exercise.omits.map((omission) => (
          <li key={omission}>{omission}</li>
        ))}
      </ul>
    </section>
  );
}

export function Source({ files }: { files: Record<string, string> }) {
  return (
    <>
      {Object.entries(files).map(([name, text]) => (
        <details class="att-disclosure" key={name}>
          <summary>{name}</summary>
          <pre class="att-source" tabIndex={0} aria-label={`Python source of ${name}`}>{text}</pre>
        </details>
      ))}
    </>
  );
}

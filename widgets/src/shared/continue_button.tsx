/** The way back into what a learner had begun, where there is something. */

interface ContinueProps<Draft> {
  draft: Draft | null | undefined;
  /** Whether it is what most would do here. */
  primary?: boolean;
  onContinue(draft: Draft): void;
}

export function ContinueButton<Draft>({ draft, primary = true, onContinue }: ContinueProps<Draft>) {
  if (!draft) return null;
  return (
    <button type="button" class={`att-button ${primary ? "att-primary" : ""}`} onClick={() => onContinue(draft)}>
      Continue where you were
    </button>
  );
}

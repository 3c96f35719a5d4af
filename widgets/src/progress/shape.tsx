/** A row's state as a shape: a ring, a ring with a dot, a disc with a tick. The words say it too. */
import type { Stage } from "./words";

export function Shape({ stage }: { stage: Stage }) {
  return (
    <svg class={`att-progress-shape att-is-${stage}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle class="att-progress-ring" cx="10" cy="10" r="8" />
      {stage === "tried" ? <circle class="att-progress-dot" cx="10" cy="10" r="3.5" /> : null}
      {stage === "reached" ? <path class="att-progress-tick" d="M6 10.4 9 13.2 14.2 7" /> : null}
    </svg>
  );
}

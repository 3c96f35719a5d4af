/** A pause: the stage is put away, nothing runs, and a way out lies at hand. */
import { takeFocus } from "./focus";

interface PauseProps {
  support: { text: string } | undefined;
  onLeave: (() => void) | undefined;
  onResume(): void;
}

export function PausePanel({ support, onLeave, onResume }: PauseProps) {
  return (
    <div class="att-pause">
      <h3 class="att-heading">Paused</h3>
      <p>Nothing runs while you pause, and your place is kept. Take the time you want.</p>
      {support ? <p>{support.text}</p> : null}
      <div class="att-actions">
        {onLeave ? (
          <button type="button" class="att-button att-quiet-button" onClick={onLeave}>
            Leave for now
          </button>
        ) : null}
        <button
          type="button"
          class="att-button att-primary"
          ref={takeFocus}
          onClick={onResume}
        >
          Continue
        </button>
      </div>
    </div>
  );
}

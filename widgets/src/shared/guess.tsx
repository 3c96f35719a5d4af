/** A number said beforehand: a named slider with its value in words. */
import { useId } from "./use_id";

interface GuessProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  words(value: number): string;
  /** What the lowest and the highest value mean. */
  ends: [string, string];
  /** Said, and held. */
  held?: boolean;
  onChange(value: number): void;
}

export function Guess({ label, value, min, max, step, words, ends, held = false, onChange }: GuessProps) {
  const id = useId();
  return (
    <div class="att-guess">
      <div class="att-guess-head">
        <label for={id}>{label}</label>
        <output for={id}>{words(value)}</output>
      </div>
      <input
        type="range"
        class="att-range"
        id={id}
        {...{ min, max, step, value }}
        disabled={held}
        aria-valuetext={words(value)}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <div class="att-guess-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  );
}

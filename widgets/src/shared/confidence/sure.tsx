/** How sure: a slider from as likely as not to certain, in steps that a tally can count. */
import { useId } from "../use_id";
import { percentOf, surenessWords } from "./words";

interface SureProps {
  label?: string;
  percent: number;
  step: number;
  /** The answer is given and held. */
  held: boolean;
  onChange(percent: number): void;
}

export function Sure({ label = "How sure are you?", percent, step, held, onChange }: SureProps) {
  const id = useId();
  const words = `${percentOf(percent / 100)}, ${surenessWords(percent)}`;
  return (
    <div class="att-guess">
      <div class="att-guess-head">
        <label for={id}>{label}</label>
        <output for={id}>{words}</output>
      </div>
      <input
        type="range"
        class="att-range"
        id={id}
        min="50"
        max="100"
        step={step}
        value={percent}
        disabled={held}
        aria-valuetext={words}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}

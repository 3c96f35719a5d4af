/** One decision: a question and the labels to choose among. */
import type { ComponentChildren } from "preact";
import { useId } from "../use_id";

export interface Choice {
  value: string;
  text: string;
  /** What the label means, in quiet ink under it. */
  about?: string | undefined;
  /** Said beside it once the answer is given: "fits best", "fits too". */
  fits?: string | undefined;
}

interface ChoicesProps {
  legend: ComponentChildren;
  choices: Choice[];
  chosen: string | null;
  /** The answer is given and held. */
  held: boolean;
  onChoose(value: string): void;
}

export function Choices({ legend, choices, chosen, held, onChoose }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset class="att-answers">
      <legend>{legend}</legend>
      {choices.map(({ value, text, about, fits }) => (
        <label class="att-answer" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            disabled={held && chosen !== value}
            onChange={() => onChoose(value)}
          />
          <span>
            {text}
            {about ? <small class="att-answer-about">{about}</small> : null}
          </span>
          {held && fits ? <em class="att-met">{fits}</em> : null}
        </label>
      ))}
    </fieldset>
  );
}

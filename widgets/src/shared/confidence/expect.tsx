/** Before a set: how many you expect. It is kept, and stands beside the result. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Actions, Stage } from "../stage";
import { useId } from "../use_id";

interface ExpectProps {
  title: string;
  /** Names the slider: "Labels that will fit". */
  label: string;
  of: number;
  action: string;
  onBegin(expected: number): void;
  children: ComponentChildren;
}

export function Expect({ title, label, of, action, onBegin, children }: ExpectProps) {
  const id = useId();
  const [expected, setExpected] = useState(Math.round(of / 2));
  const words = `${expected} of ${of}`;
  return (
    <Stage title={title}>
      {children}
      <div class="att-guess">
        <div class="att-guess-head">
          <label for={id}>{label}</label>
          <output for={id}>{words}</output>
        </div>
        <input
          type="range"
          class="att-range"
          id={id}
          min="0"
          max={of}
          step="1"
          value={expected}
          aria-valuetext={words}
          onInput={(event) => setExpected(Number(event.currentTarget.value))}
        />
      </div>
      <Actions>
        <button type="button" class="att-button att-primary" onClick={() => onBegin(expected)}>
          {action}
        </button>
      </Actions>
    </Stage>
  );
}

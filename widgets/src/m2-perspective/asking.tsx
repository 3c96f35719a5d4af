/** The second person: two questions of ten, chosen before any guess. */
import { useState } from "preact/hooks";
import { QUESTIONS_ASKED } from "../generated/perspective.js";
import { Actions, Stage } from "../shared/stage";
import type { Portrait, Topic } from "./content";

interface AskingProps {
  portrait: Portrait;
  topics: Topic[];
  onAsk(asked: string[]): void;
}

export function Asking({ portrait, topics, onAsk }: AskingProps) {
  const [chosen, setChosen] = useState<string[]>([]);
  const full = chosen.length === QUESTIONS_ASKED;
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Stage title={`Ask ${portrait.name}`}>
      <p>{portrait.about}</p>
      <fieldset class="att-answers">
        <legend>
          You may ask {portrait.name} two: how much is this like you, from 0 to 10? Which two would
          tell you most of the rest?
        </legend>
        {topics.map(({ id, text }) => (
          <label class="att-answer" key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={full && !chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <Actions>
        <button type="button" class="att-button att-primary" disabled={!full} onClick={() => onAsk(chosen)}>
          Ask these two
        </button>
      </Actions>
    </Stage>
  );
}

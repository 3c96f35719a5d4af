/** A person's ten views, guessed; where they were asked, their answer stands. */
import { useState } from "preact/hooks";
import { Guess } from "../shared/guess";
import { timePaint } from "../shared/paint_timing";
import { Actions, Stage } from "../shared/stage";
import { useId } from "../shared/use_id";
import type { Portrait, Topic } from "./content";
import type { Rated } from "./run";
import { points } from "./words";

const MIDDLE = 5;
const MOST_EXPECTED = 5;

interface RatingProps {
  portrait: Portrait;
  topics: Topic[];
  /** Topic -> the answer, where it was asked. */
  asked: Record<string, number>;
  onRated(rated: Rated): void;
}

export function Rating({ portrait, topics, asked, onRated }: RatingProps) {
  const { name, about } = portrait;
  const [ratings, setRatings] = useState(() =>
    Object.fromEntries(topics.map(({ id }) => [id, asked[id] ?? MIDDLE])),
  );
  const [expected, setExpected] = useState(MOST_EXPECTED / 2);
  const rate = (id: string, value: number): void => {
    timePaint();
    setRatings({ ...ratings, [id]: value });
  };
  const known = Object.keys(asked).length > 0;
  return (
    <Stage title={known ? `What ${name} says, and would say` : `Imagine ${name}`}>
      <p>{about}</p>
      <p>
        {known
          ? `${name} has answered two. Let them tell you what they can of the others.`
          : `Picture ${name} with care: a day, a room, somebody at the door.`}{" "}
        How much is each sentence like {name}? 0 is not at all, 10 is very much; a slider that you
        leave counts as {MIDDLE}.
      </p>
      <ol class="att-ratings">
        {topics.map((topic) => (
          <li key={topic.id}>
            {topic.id in asked ? (
              <Answered text={topic.text} name={name} answer={asked[topic.id]!} />
            ) : (
              <Rate
                text={topic.text}
                value={ratings[topic.id]!}
                onChange={(value) => rate(topic.id, value)}
              />
            )}
          </li>
        ))}
      </ol>
      <Guess
        label="How far off do you expect to be, on average?"
        value={expected}
        min={0}
        max={MOST_EXPECTED}
        step={0.5}
        words={points}
        ends={["right every time", "5 points off each time"]}
        onChange={setExpected}
      />
      <Actions>
        <button type="button" class="att-button att-primary" onClick={() => onRated({ ratings, expected })}>
          {known ? "Look at the distances" : "Meet the second person"}
        </button>
      </Actions>
    </Stage>
  );
}

interface RateProps {
  text: string;
  value: number;
  onChange(value: number): void;
}

function Rate({ text, value, onChange }: RateProps) {
  const id = useId();
  return (
    <div class="att-rate">
      <label for={id}>{text}</label>
      <input
        type="range"
        class="att-range"
        id={id}
        min="0"
        max="10"
        step="1"
        value={value}
        aria-valuetext={`${value} of 10`}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <output for={id}>{value}</output>
    </div>
  );
}

function Answered({ text, name, answer }: { text: string; name: string; answer: number }) {
  return (
    <p class="att-rate att-rate-answered">
      <span>{text}</span>
      <strong>{name} says</strong>
      <output>{answer}</output>
    </p>
  );
}

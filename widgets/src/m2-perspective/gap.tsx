/** How sure and how near, for the person you imagined: read the gap off and say it. */
import { useState } from "preact/hooks";
import { Guess } from "../shared/guess";
import { Actions, Stage } from "../shared/stage";
import type { PerspectiveContent } from "./content";
import { errorOf, personOf, type Run } from "./run";
import { gapWords, points } from "./words";

/** Points either way: nobody who rates with any care is further out than this. */
const WIDEST = 5;

interface GapProps {
  content: PerspectiveContent;
  run: Run;
  onTold(gap: number): void;
}

export function Gap({ content, run, onTold }: GapProps) {
  const [gap, setGap] = useState(0);
  const { portrait, views } = personOf(content, run.seed, "taking");
  const { ratings, expected } = run.taking!;
  return (
    <Stage title="How sure, and how near">
      <table class="att-table att-distances">
        <caption>You imagined {portrait.name}; in points from 0 to 10</caption>
        <thead>
          <tr>
            <th scope="col">Sentence</th>
            <th scope="col">You</th>
            <th scope="col">{portrait.name}</th>
            <th scope="col">Apart</th>
          </tr>
        </thead>
        <tbody>
          {content.topics.map(({ id, text }) => (
            <tr key={id}>
              <th scope="row">{text}</th>
              <td>{ratings[id]}</td>
              <td>{views[id]}</td>
              <td>{Math.abs(ratings[id]! - views[id]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        On average you were {points(errorOf(content, run, "taking"))} off. You had expected{" "}
        {points(expected)}. What is the gap between how sure you were and how near you came?
      </p>
      <Guess
        label="Your gap"
        value={gap}
        min={-WIDEST}
        max={WIDEST}
        step={0.1}
        words={gapWords}
        ends={["nearer than expected", "further off"]}
        onChange={setGap}
      />
      <Actions>
        <button type="button" class="att-button att-primary" onClick={() => onTold(gap)}>
          Compare the two ways
        </button>
      </Actions>
    </Stage>
  );
}

/** The task: along a dashed line, the helper's start at which the ending changes. */
import { TOLERANCE } from "../generated/endings.js";
import { MoodSlider } from "./mood_slider";
import type { Run } from "./run";
import { mood } from "./words";

interface EdgeTaskProps {
  run: Run;
  strong: boolean;
  onEdge(edge: number): void;
  /** Put the start on the dashed line. */
  onLine(): void;
}

export function EdgeTask({ run, strong, onEdge, onLine }: EdgeTaskProps) {
  if (!strong) return <p class="att-note">With half the pull on the client, every start ends in one place. The edge is there with strong pulls.</p>;
  return (
    <section class="att-edge-task" aria-label="Find the edge">
      <h4 class="att-subheading">Find the edge</h4>
      <p>
        On the dashed line the client starts at {mood(run.line)}. Move the helper's start along it.
        Somewhere the ending changes: say where, to within {TOLERANCE}.
      </p>
      <button type="button" class="att-button" onClick={onLine}>Put the start on the dashed line</button>
      <MoodSlider
        label="The ending changes at"
        whose="helper"
        value={run.edge ?? 0}
        words={(value) => (run.edge === undefined ? "not said yet" : mood(value))}
        onChange={onEdge}
      />
    </section>
  );
}

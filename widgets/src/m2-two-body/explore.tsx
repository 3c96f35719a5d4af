/** Second stage: the plane and, in a second tab, the springs. */
import { Actions, Stage } from "../shared/stage";
import { Moods } from "./moods";
import type { Run } from "./run";
import { SpringsTab } from "./springs";
import { Tabs } from "./tabs";

interface ExploreProps {
  run: Run;
  onEdge(edge: number): void;
  onGo(): void;
}

export function Explore({ run, onEdge, onGo }: ExploreProps) {
  const tabs = [
    { name: "Two moods", content: <Moods run={run} onEdge={onEdge} /> },
    { name: "Two springs", content: <SpringsTab /> },
  ];
  return (
    <Stage title="Where do they end?">
      <Tabs label="Two ways to write two people down" tabs={tabs} />
      <Actions>
        <button type="button" class="att-button att-primary" disabled={run.edge === undefined} onClick={onGo}>
          Go on with this edge
        </button>
      </Actions>
    </Stage>
  );
}

/** The two-body lab: expect, explore, explain, look back. */
import { newSeed } from "../shared/chance";
import type { RecordPort } from "../shared/contract";
import type { Reason } from "../shared/reasons_part";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import type { TwoBodyContent } from "./content";
import { Debrief } from "./debrief";
import { Explain } from "./explain";
import { Explore } from "./explore";
import { Predict } from "./predict";
import { attemptOf, type Finished, keepDraft, newRun, type Run } from "./run";

type Place =
  | { at: "predict" }
  | { at: "explore" | "explain"; run: Run }
  | { at: "debrief"; run: Finished };

const KEYS = [
  { key: "\u2190 \u2191 \u2193 \u2192", does: "move the ring on the plane, or the slider in focus; with Shift the ring goes five times as far" },
  { key: "Tab", does: "move through ring, sliders, tabs and buttons; Enter presses" },
  { key: "T", does: "turn a picture into a table and back, while it is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "Two published forms of equations for two people, with this course's own numbers: moods that pull on each other along bent lines, and two coupled springs. Neither was validated with clients. The debrief gives the equations in words and the Python source.";

export function TwoBody({ content, record }: { content: TwoBodyContent; record: RecordPort }) {
  return (
    <StagedCard<TwoBodyContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="Equations to think with. They foretell nothing about you or about anybody you work with."
      beginning={() => ({ at: "predict" })}
      leavable={({ at }) => at !== "predict"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<TwoBodyContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  const explore = (run: Run): void => {
    keepDraft(record, run);
    go({ at: "explore", run });
  };
  if (place.at === "predict") {
    return <Predict record={record} onBegin={(guess) => explore(newRun(guess, newSeed()))} onContinue={explore} />;
  }
  if (place.at === "debrief") {
    return <Debrief run={place.run} content={content} onAgain={() => go({ at: "predict" })} />;
  }
  const { run } = place;
  if (place.at === "explore") {
    return <Explore run={run} onEdge={(edge) => explore({ ...run, edge })} onGo={() => go({ at: "explain", run })} />;
  }
  const finish = (reason: Reason): void => {
    const finished = { ...run, edge: run.edge!, reason };
    record.hand(attemptOf(finished, content.exercise.id));
    record.drop("draft");
    go({ at: "debrief", run: finished });
  };
  return <Explain run={run} reasons={content.reasons} onBack={() => explore(run)} onFinish={finish} />;
}

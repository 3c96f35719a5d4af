/** The evidence sorter: expect, label a set, look back, then the same with a second set. */
import { newSeed } from "../shared/chance";
import type { RecordPort } from "../shared/contract";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import type { SorterContent } from "./content";
import { Debrief } from "./debrief";
import { Expect } from "./expect";
import { Label } from "./label";
import { attemptOf, expect, isComplete, keepRun, lastOf, newRun, type Run } from "./run";
import { Start } from "./start";

const KEYS = [
  { key: "\u2191 \u2193", does: "choose among the labels" },
  { key: "\u2190 \u2192", does: "move the slider of how sure you are" },
  { key: "Tab", does: "move on; Enter presses a button" },
  { key: "T", does: "turn the chart into a table and back, while the chart is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "Nothing about people is simulated here. The claims and their status are the course's own list, five labels group its statuses, and where the evidence lies between two labels both fit. The score is Brier's, with the parts that Murphy published in 1973. The debrief gives the Python source.";

type Place = { at: "start" } | { at: "expect" | "label" | "debrief"; run: Run };

export function Sorter({ content, record }: { content: SorterContent; record: RecordPort }) {
  return (
    <StagedCard<SorterContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="About claims and how sure you are of them. Not a test of you, and not marked."
      beginning={() => ({ at: "start" })}
      leavable={({ at }) => at !== "start"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<SorterContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  const afresh = (): void => go({ at: "expect", run: newRun(newSeed()) });
  if (place.at === "start") {
    return <Start {...{ content, record }} onBegin={afresh} onContinue={(run) => go(placeOf(run))} />;
  }
  const { run } = place;
  if (place.at === "expect") {
    const begin = (expected: number): void => {
      const next = expect(run, expected);
      keepRun(record, next);
      go({ at: "label", run: next });
    };
    return <Expect set={run.sorted.length} onBegin={begin} />;
  }
  if (place.at === "label") return <Labelling run={run} {...{ go, content, record }} />;
  return (
    <Debrief
      run={run}
      content={content}
      onSecond={() => go({ at: "expect", run })}
      onAgain={afresh}
    />
  );
}

function Labelling({ run, go, content, record }: Omit<StageProps, "place"> & { run: Run }) {
  const keep = (next: Run): void => {
    keepRun(record, next);
    go({ at: "label", run: next });
  };
  const finish = (done: Run): void => {
    record.hand(attemptOf(done, content.exercise.id));
    keepRun(record, done);
    go({ at: "debrief", run: done });
  };
  return <Label run={run} content={content} onKeep={keep} onFinish={finish} />;
}

/** Where an unfinished run goes on. */
function placeOf(run: Run): Place {
  if (run.sorted.length === 0) return { at: "expect", run };
  return { at: isComplete(lastOf(run)) ? "debrief" : "label", run };
}

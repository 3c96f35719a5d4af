/** Taking or getting: predict, imagine one person, ask another, tell your gap, compare. */
import { newSeed } from "../shared/chance";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import { Asking } from "./asking";
import type { PerspectiveContent } from "./content";
import { Debrief } from "./debrief";
import { Gap } from "./gap";
import { Predict } from "./predict";
import { Rating } from "./rating";
import { attemptOf, newRun, personOf, readRun, type Run } from "./run";

type Place = { at: "predict" } | { at: "run" | "debrief"; run: Run };

const KEYS = [
  { key: "\u2190 \u2192", does: "move the slider that is in focus" },
  { key: "Space", does: "choose a question, or leave it" },
  { key: "Tab", does: "move on; Enter presses a button" },
  { key: "T", does: "turn a picture into a table and back, while it is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "The design is published: imagine or ask, then compare. The people are invented: each portrait says what its life makes likely, and chance makes a person of it. The debrief gives the Python source.";

export function Perspective({ content, record }: { content: PerspectiveContent; record: RecordPort }) {
  return (
    <StagedCard<PerspectiveContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="Practice with invented people. Not a way to read real ones, and not marked."
      beginning={() => ({ at: "predict" })}
      leavable={({ at }) => at === "run"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<PerspectiveContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const start = (): void => go({ at: "predict" });
  const keep = (run: Run): void => {
    record.write("draft", run);
    go({ at: "run", run });
  };
  if (place.at === "predict") {
    return (
      <Predict
        draft={readRun(content, record)}
        onBegin={(predicted) => keep(newRun(predicted, newSeed()))}
        onContinue={(run) => go({ at: "run", run })}
      />
    );
  }
  if (place.at === "debrief") return <Debrief content={content} run={place.run} onAgain={start} />;
  const finish = (run: Run): void => {
    record.hand(attemptOf(content, run));
    record.drop("draft");
    go({ at: "debrief", run });
  };
  return <Running run={place.run} content={content} onKeep={keep} onFinish={finish} />;
}

interface RunningProps {
  run: Run;
  content: PerspectiveContent;
  onKeep(run: Run): void;
  onFinish(run: Run): void;
}

/** The first thing that a run still lacks. */
function Running({ run, content, onKeep, onFinish }: RunningProps) {
  const { topics } = content;
  const { portrait } = personOf(content, run.seed, "taking");
  const other = personOf(content, run.seed, "getting");
  if (!run.taking) {
    return (
      <Rating
        key="taking"
        portrait={portrait}
        topics={topics}
        asked={{}}
        onRated={(taking) => onKeep({ ...run, taking })}
      />
    );
  }
  if (run.asked.length === 0) {
    return <Asking portrait={other.portrait} topics={topics} onAsk={(asked) => onKeep({ ...run, asked })} />;
  }
  if (!run.getting) {
    const asked = Object.fromEntries(run.asked.map((id) => [id, other.views[id]!]));
    return (
      <Rating
        key="getting"
        portrait={other.portrait}
        topics={topics}
        asked={asked}
        onRated={(getting) => onKeep({ ...run, getting })}
      />
    );
  }
  return <Gap content={content} run={run} onTold={(gap) => onFinish({ ...run, gap })} />;
}

/** The synchrony lab: expect, count and explain, tell a pair that met, read a figure, look back. */
import { newSeed } from "../shared/chance";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import type { SynchronyContent } from "./content";
import { Debrief } from "./debrief";
import { Hundred } from "./hundred";
import { Lab } from "./lab";
import { Predict } from "./predict";
import { Read } from "./read";
import { attemptOf, type Finished, newRun, readDraft, type Run } from "./run";

type Place = { at: "predict"; seed: number } | { at: "run"; run: Run } | { at: "debrief"; run: Finished };

const KEYS = [
  { key: "\u2190 \u2192", does: "move the lag on its curve, or the slider in focus; on the curve with Shift five times as far" },
  { key: "Tab", does: "move through ring, sliders and buttons; Enter presses, Space chooses" },
  { key: "T", does: "turn a picture into a table and back, while it is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "The method is SUSY, surrogate synchrony, as published by Tschacher and Meier (2020). The recordings are invented: series that remember their last value, and one that follows another. The debrief gives the Python source.";

export function Synchrony({ content, record }: { content: SynchronyContent; record: RecordPort }) {
  return (
    <StagedCard<SynchronyContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="A lab for thinking about a kind of evidence. It measures nobody, and is not marked."
      beginning={beginning}
      leavable={({ at }) => at !== "predict"}
      Stage={StageAt}
    />
  );
}

function beginning(): Place {
  return { at: "predict", seed: newSeed() };
}

type StageProps = StageOf<SynchronyContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const keep = (run: Run): void => {
    record.write("draft", run);
    go({ at: "run", run });
  };
  if (place.at === "predict") {
    return (
      <Predict
        seed={place.seed}
        draft={readDraft(record, content)}
        onBegin={(prediction) => keep(newRun(place.seed, prediction))}
        onContinue={keep}
      />
    );
  }
  if (place.at === "debrief") {
    return <Debrief run={place.run} content={content} onAgain={() => go(beginning())} />;
  }
  const finish = (run: Finished): void => {
    record.hand(attemptOf(run, content));
    record.drop("draft");
    go({ at: "debrief", run });
  };
  return <Running run={place.run} content={content} onKeep={keep} onFinish={finish} />;
}

interface RunningProps {
  run: Run;
  content: SynchronyContent;
  onKeep(run: Run): void;
  onFinish(run: Finished): void;
}

/** The first thing that a run still lacks. */
function Running({ run, content, onKeep, onFinish }: RunningProps) {
  const { counted, reason, picked, ...begun } = run;
  if (counted === undefined || reason === undefined) {
    return <Hundred run={run} reasons={content.reasons} onGo={(now, why) => onKeep({ ...begun, counted: now, reason: why })} />;
  }
  if (!picked) return <Lab run={run} onPick={(recording, lag) => onKeep({ ...run, picked: { recording, lag } })} />;
  return (
    <Read
      readings={content.readings}
      onBack={() => onKeep({ ...begun, counted, reason })}
      onFinish={(readings) => onFinish({ ...begun, counted, reason, picked, readings })}
    />
  );
}

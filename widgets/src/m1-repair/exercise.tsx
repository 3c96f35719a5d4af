/** Match, mismatch, repair: choose, predict, talk, conclude, look back. */
import { newSeed } from "../shared/chance";
import type { RecordPort } from "../shared/contract";
import { timePaint } from "../shared/paint_timing";
import type { Reason } from "../shared/reasons_part";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import { Conclude } from "./conclude";
import type { Encounter, RepairContent } from "./content";
import { Debrief } from "./debrief";
import { Play } from "./play";
import { Predict } from "./predict";
import { type Act, attemptOf, type Finished, isOver, keepDraft, newRun, type Run, type Way } from "./run";
import { Start } from "./start";

type Place =
  | { at: "start" }
  | { at: "predict"; encounter: Encounter; way: Way }
  | { at: "play" | "conclude"; run: Run }
  | { at: "debrief"; run: Finished };

const KEYS = [
  { key: "Space", does: "by the clock, repair: the button has the focus when the clock starts; Enter does so too" },
  { key: "R A S", does: "by the clock: repair, ask, stop the clock" },
  { key: "1 2 3", does: "beat by beat: wait, repair, ask" },
  { key: "Tab", does: "move through buttons, slider and pictures" },
  { key: "T", does: "turn a picture into a table and back, while it is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "A chain of two states, in step and out of it, whose size leans on what is reported of infants and caregivers. Cues, windows and trust were invented for teaching. The debrief gives the rules in words and the Python source.";

export function Repair({ content, record }: { content: RepairContent; record: RecordPort }) {
  return (
    <StagedCard<RepairContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="Practice with invented people. It measures neither your quickness nor your tact."
      beginning={() => ({ at: "start" })}
      leavable={({ at }) => at === "play"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<RepairContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  const play = (run: Run): void => {
    keepDraft(record, run);
    go({ at: "play", run });
  };
  const start = (): void => go({ at: "start" });
  if (place.at === "start") {
    return (
      <Start
        content={content}
        record={record}
        onChosen={(encounter, way) => go({ at: "predict", encounter, way })}
        onContinue={play}
      />
    );
  }
  if (place.at === "predict") {
    const { encounter, way } = place;
    return (
      <Predict
        encounter={encounter}
        way={way}
        onBack={start}
        onBegin={(prediction) => play(newRun(encounter, way, prediction, newSeed()))}
      />
    );
  }
  if (place.at === "play") return <Playing run={place.run} onRun={play} onDone={() => go({ at: "conclude", run: place.run })} />;
  if (place.at === "debrief") return <Debrief run={place.run} content={content} onAgain={start} />;
  const finish = (reason: Reason): void => {
    const run = { ...place.run, reason };
    record.hand(attemptOf(run, content.exercise.id));
    record.drop("draft");
    go({ at: "debrief", run });
  };
  return <Conclude run={place.run} reasons={content.reasons} onFinish={finish} />;
}

function Playing({ run, onRun, onDone }: { run: Run; onRun(run: Run): void; onDone(): void }) {
  const act = (done: Act): void => {
    if (isOver(run)) return;
    timePaint();
    onRun({ ...run, acts: [...run.acts, done] });
  };
  return <Play run={run} onAct={act} onWay={(way) => onRun({ ...run, way })} onDone={onDone} />;
}

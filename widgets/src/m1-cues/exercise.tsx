/** The cue lab: expect, meet eight people three times, look back after each round, compare. */
import { useMemo } from "preact/hooks";
import { newSeed } from "../shared/chance";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import type { CueContent } from "./content";
import { Debrief } from "./debrief";
import { LookBack } from "./look_back";
import { Meeting } from "./meeting";
import { Predict } from "./predict";
import { isOver, isRoundOver, keepRun, meetingsOf, type Met, newRun, type Reading, readRun, type Run } from "./run";

/** `number`: the meeting that is on, from 1. Its reading may be given already. */
type AtMeeting = { at: "meet"; run: Run; number: number };
type Place = { at: "predict" } | AtMeeting | { at: "look"; run: Run } | { at: "debrief"; run: Run };

const KEYS = [
  { key: "1 \u2026 6", does: "give 10% more to a feeling, by its number" },
  { key: "\u2190 \u2192", does: "move the slider that is in focus by 10%" },
  { key: "Tab", does: "move on; Enter presses a button" },
  { key: "T", does: "turn a picture into a table and back, while it is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "A model invented for teaching. Cues of face, voice and posture each speak for some feelings and against others; the person and the place take off what shows anyway; chance then draws what the person reports. No face, voice or posture was recorded or recognised. The debrief gives the tables and the Python source.";

export function CueLab({ content, record }: { content: CueContent; record: RecordPort }) {
  return (
    <StagedCard<CueContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="Practice with drawn, invented people. Not a way to read real ones, not a test of you, and not marked."
      beginning={() => ({ at: "predict" })}
      leavable={({ at }) => at !== "predict"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<CueContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const meet = (run: Run): void => go({ at: "meet", run, number: run.readings.length + 1 });
  if (place.at === "predict") {
    const begin = (run: Run): void => {
      record.write("draft", run);
      meet(run);
    };
    return (
      <Predict
        content={content}
        draft={readRun(record)}
        onBegin={(prediction) => begin(newRun(prediction, newSeed()))}
        onContinue={meet}
      />
    );
  }
  return <Running {...{ place, go, content, record }} onMeet={meet} onAgain={() => go({ at: "predict" })} />;
}

interface RunningProps extends StageProps {
  place: Exclude<Place, { at: "predict" }>;
  onMeet(run: Run): void;
  onAgain(): void;
}

function Running({ place, go, content, record, onMeet, onAgain }: RunningProps) {
  const { run } = place;
  const met = useMemo(() => meetingsOf(run, content), [run.seed, content]);
  if (place.at === "debrief") return <Debrief {...{ run, met, content }} onAgain={onAgain} />;
  if (place.at === "look") {
    const over = isOver(run);
    return <LookBack {...{ run, met, content, over }} onGo={() => (over ? go({ at: "debrief", run }) : onMeet(run))} />;
  }
  return <Meet {...{ place, met, go, content, record, onMeet }} />;
}

interface MeetProps extends Omit<RunningProps, "place" | "onAgain"> {
  place: AtMeeting;
  met: Met[];
}

function Meet({ place, met, go, content, record, onMeet }: MeetProps) {
  const { run, number } = place;
  const read = (reading: Reading): Run => {
    const next = { ...run, readings: [...run.readings.slice(0, number - 1), reading] };
    keepRun(record, next, met, content.exercise.id);
    return next;
  };
  const goOn = (next: Run): void => (isRoundOver(next) ? go({ at: "look", run: next }) : onMeet(next));
  return (
    <Meeting
      key={number}
      content={content}
      met={met[number - 1]!}
      number={number}
      onAsk={(shares) => go({ ...place, run: read({ shares, asked: true }) })}
      onPass={(shares) => goOn(read({ shares, asked: false }))}
      onHeard={() => goOn(run)}
    />
  );
}

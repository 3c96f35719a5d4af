/** The branching dialogue: choose, predict, talk, look back. */
import { TURNS } from "../generated/conversation.js";
import { newSeed } from "../shared/chance";
import type { RecordPort } from "../shared/contract";
import { timePaint } from "../shared/paint_timing";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import { Choose } from "./choose";
import type { DialogueContent, Scenario } from "./content";
import { isOver, openConversation, say } from "./conversation";
import { Debrief } from "./debrief";
import { keepDraft, noteFinished } from "./keeping";
import { attemptOf, type Prediction, type Run } from "./outcome";
import { Play } from "./play";
import { Predict } from "./predict";

type Place =
  | { at: "choose" }
  | { at: "predict"; scenario: Scenario }
  | { at: "play"; run: Run }
  | { at: "debrief"; run: Run };

const KEYS = [
  { key: "1\u20135", does: "say the reply with that number" },
  { key: "Tab", does: "move through replies, chart and buttons; Enter presses" },
  { key: "T", does: "turn the chart into a table and back, while the chart is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "A small model invented for teaching. Eleven acts move arousal, trust and disclosure, each between 0 and 1 in arbitrary units. The debrief gives its equations in words and its Python source.";

export function Dialogue({ content, record }: { content: DialogueContent; record: RecordPort }) {
  return (
    <StagedCard<DialogueContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="Practice with an invented person. Not a tool for real clients."
      beginning={() => ({ at: "choose" })}
      leavable={({ at }) => at === "play"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<DialogueContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  if (place.at === "choose") {
    return (
      <Choose
        content={content}
        record={record}
        onChoose={(scenario) => go({ at: "predict", scenario })}
        onContinue={(run) => go({ at: "play", run })}
        onLookBack={(run) => go({ at: "debrief", run })}
      />
    );
  }
  if (place.at === "predict") {
    const begin = (prediction: Prediction): void => {
      const run = newRun(place.scenario, prediction);
      keepDraft(record, run);
      go({ at: "play", run });
    };
    return <Predict scenario={place.scenario} onBack={() => go({ at: "choose" })} onBegin={begin} />;
  }
  if (place.at === "play") return <Playing run={place.run} {...{ go, content, record }} />;
  const { scenario } = place.run.conversation;
  return (
    <Debrief
      run={place.run}
      content={content}
      record={record}
      onAgain={() => go({ at: "predict", scenario })}
      onAnother={() => go({ at: "choose" })}
    />
  );
}

function Playing({ run, go, content, record }: Omit<StageProps, "place"> & { run: Run }) {
  const choose = (act: string): void => {
    if (isOver(run.conversation)) return;
    timePaint();
    const next = { ...run, conversation: say(run.conversation, act) };
    go({ at: "play", run: next });
    keepDraft(record, next);
  };
  const finish = (): void => {
    record.hand(attemptOf(run, content.exercise.id));
    noteFinished(record, run);
    go({ at: "debrief", run });
  };
  return <Play run={run} acts={content.acts} turns={TURNS} onSay={choose} onFinish={finish} />;
}

function newRun(scenario: Scenario, prediction: Prediction): Run {
  const conversation = openConversation(scenario, newSeed());
  return { conversation, prediction, started: new Date().toISOString() };
}

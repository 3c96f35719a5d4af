/** The empathy mixer: expect, mix, explain, look back. */
import type { RecordPort } from "../shared/contract";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import type { Finding, LeverId, MixerContent } from "./content";
import { Debrief } from "./debrief";
import { Explain } from "./explain";
import { Mixing } from "./mixing";
import { Predict } from "./predict";
import { attemptOf, type Finished, keepDraft, newRun, type Pair, type Run } from "./run";

type Place =
  | { at: "predict" }
  | { at: "mix"; run: Run }
  | { at: "explain"; run: Run; pair: Pair }
  | { at: "debrief"; run: Finished };

const KEYS = [
  { key: "\u2190 \u2192", does: "move the slider in focus by one step" },
  { key: "Tab", does: "move through sliders, chart and buttons; Enter presses" },
  { key: "T", does: "turn the chart into a table and back, while the chart is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "A small model invented for teaching, from parts that Decety and Jackson's theory of 2004 names. Distress and concern each multiply four levers between 0 and 1, in arbitrary units. The debrief gives both equations and the Python source.";

export function Mixer({ content, record }: { content: MixerContent; record: RecordPort }) {
  return (
    <StagedCard<MixerContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="A model to think with. Not a measure of you or of anybody's empathy."
      beginning={() => ({ at: "predict" })}
      leavable={({ at }) => at !== "predict"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<MixerContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  const mix = (run: Run): void => {
    keepDraft(record, run);
    go({ at: "mix", run });
  };
  if (place.at === "predict") {
    return <Predict {...{ content, record }} onBegin={(guess) => mix(newRun(guess))} onContinue={mix} />;
  }
  if (place.at === "mix") {
    const { run } = place;
    return <Mixing {...{ run, content }} onKeep={mix} onGo={(pair) => go({ at: "explain", run, pair })} />;
  }
  if (place.at === "explain") return <Explaining {...{ go, content, record }} {...place} onBack={mix} />;
  return <Debrief run={place.run} content={content} onAgain={() => go({ at: "predict" })} />;
}

interface ExplainingProps extends Omit<StageProps, "place"> {
  run: Run;
  pair: Pair;
  onBack(run: Run): void;
}

function Explaining({ run, pair, go, content, record, onBack }: ExplainingProps) {
  const finish = (lever: LeverId, finding: Finding): void => {
    const finished = { ...run, ...pair, lever, finding };
    record.hand(attemptOf(finished, content.exercise.id));
    record.drop("draft");
    go({ at: "debrief", run: finished });
  };
  return <Explain {...{ pair, content }} onBack={() => onBack(run)} onFinish={finish} />;
}

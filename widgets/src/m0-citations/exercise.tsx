/** The citation detective: expect, decide about ten cards, look back. */
import { newSeed } from "../shared/chance";
import { Expect } from "../shared/confidence/expect";
import type { RecordPort } from "../shared/contract";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import type { CitationsContent } from "./content";
import { Debrief } from "./debrief";
import { Decide } from "./decide";
import { attemptOf, newRun, type Run } from "./run";
import { Start } from "./start";

const KEYS = [
  { key: "\u2191 \u2193", does: "choose among the answers" },
  { key: "\u2190 \u2192", does: "move the slider of how sure you are" },
  { key: "Tab", does: "move on; Enter presses a button" },
  { key: "T", does: "turn the chart into a table and back, while the chart is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "Nothing is simulated here. What fits is the course's own audit of the ten citations, from abstracts and catalogue pages; where two readings are fair, both are accepted. A source that could not be traced may exist all the same.";

type Place = { at: "start" } | { at: "expect" } | { at: "decide" | "debrief"; run: Run };

export function Citations({ content, record }: { content: CitationsContent; record: RecordPort }) {
  return (
    <StagedCard<CitationsContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="About how a text uses its sources. Whether a sentence is true is another question."
      beginning={() => ({ at: "start" })}
      leavable={({ at }) => at !== "start"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<CitationsContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  const afresh = (): void => go({ at: "expect" });
  if (place.at === "start") {
    return <Start {...{ content, record }} onBegin={afresh} onContinue={(run) => go({ at: "decide", run })} />;
  }
  if (place.at === "expect") {
    const begin = (expected: number): void => {
      const run = newRun(newSeed(), expected);
      record.write("draft", run);
      go({ at: "decide", run });
    };
    return <Expecting of={content.cards.length} onBegin={begin} />;
  }
  if (place.at === "debrief") return <Debrief run={place.run} content={content} onAgain={afresh} />;
  return <Deciding run={place.run} {...{ go, content, record }} />;
}

function Expecting({ of, onBegin }: { of: number; onBegin(expected: number): void }) {
  return (
    <Expect
      title="Before you look"
      label="Citations that bear out their sentence"
      of={of}
      action="See the first card"
      onBegin={onBegin}
    >
      <p>
        The article leans on {of} citations. Of these, how many do you expect to bear out the
        sentence they stand behind, in whole or in part?
      </p>
    </Expect>
  );
}

function Deciding({ run, go, content, record }: Omit<StageProps, "place"> & { run: Run }) {
  const keep = (next: Run): void => {
    record.write("draft", next);
    go({ at: "decide", run: next });
  };
  const finish = (): void => {
    record.hand(attemptOf(run, content.exercise.id));
    record.drop("draft");
    go({ at: "debrief", run });
  };
  return <Decide run={run} content={content} onKeep={keep} onFinish={finish} />;
}

/** The privacy walk-through: six statements, each answered at once, as often as you like. */
import { useState } from "preact/hooks";
import { newSeed } from "../shared/chance";
import { Question } from "../shared/confidence/question";
import { ContinueButton } from "../shared/continue_button";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import type { PrivacyContent } from "./content";
import { Debrief } from "./debrief";
import { Proof } from "./proof";
import { attemptOf, newWalk, readWalk, say, statementsOf, type Walk } from "./walk";

const KEYS = [
  { key: "\u2191 \u2193", does: "choose true or false" },
  { key: "Tab", does: "move on; Enter presses a button" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "Nothing is simulated here. Each statement is about this software, and names the test of the course that would fail if it were otherwise.";

type Place = { at: "start" } | { at: "walk" | "debrief"; walk: Walk };

export function Privacy({ content, record }: { content: PrivacyContent; record: RecordPort }) {
  return (
    <StagedCard<PrivacyContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="About this software. Not marked, and as often as you like."
      beginning={() => ({ at: "start" })}
      leavable={({ at }) => at !== "start"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<PrivacyContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  const keep = (walk: Walk): void => {
    record.write("draft", walk);
    go({ at: "walk", walk });
  };
  const afresh = (): void => keep(newWalk(newSeed()));
  const finish = (walk: Walk): void => {
    record.hand(attemptOf(walk, content.exercise.id));
    record.drop("draft");
    go({ at: "debrief", walk });
  };
  if (place.at === "start") {
    return <Start {...{ content, record }} onBegin={afresh} onContinue={keep} />;
  }
  if (place.at === "debrief") return <Debrief walk={place.walk} content={content} onAgain={afresh} />;
  return <Walking walk={place.walk} content={content} onKeep={keep} onFinish={finish} />;
}

interface StartProps {
  content: PrivacyContent;
  record: RecordPort;
  onBegin(): void;
  onContinue(walk: Walk): void;
}

function Start({ content, record, onBegin, onContinue }: StartProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const draft = readWalk(record, content);
  const of = content.statements.length;
  return (
    <Stage title="What leaves the notebook?">
      <p>
        {of} statements, each true or false of this software. Say what you expect; you see at once
        how it is, and which test holds us to it.
      </p>
      {draft ? <p>You began: {draft.given.length} of {of} are answered.</p> : null}
      <Actions>
        <button type="button" class={`att-button ${draft ? "" : "att-primary"}`} onClick={onBegin}>
          {draft ? "Start afresh" : "Begin"}
        </button>
        <ContinueButton draft={draft} onContinue={onContinue} />
      </Actions>
    </Stage>
  );
}

interface WalkingProps {
  walk: Walk;
  content: PrivacyContent;
  onKeep(walk: Walk): void;
  onFinish(walk: Walk): void;
}

function Walking({ walk, content, onKeep, onFinish }: WalkingProps) {
  const statements = statementsOf(walk, content);
  const [at, setAt] = useState(Math.min(walk.given.length, statements.length - 1));
  const statement = statements[at]!;
  const said = walk.given[at];
  const last = at + 1 === statements.length;
  const choices = [true, false].map((value) => ({
    value: String(value),
    text: value ? "True" : "False",
    fits: value === statement.holds ? "it is so" : undefined,
  }));
  return (
    <Question
      key={statement.id}
      title={`Statement ${at + 1} of ${statements.length}`}
      decisions={[{ id: "said", legend: "True or false of this software?", choices }]}
      given={said && { chosen: { said: String(said.said) }, confidence: 1 }}
      step={0}
      feedback={said ? <Proof statement={statement} said={said} /> : undefined}
      nextWords={last ? "Look back on all of them" : "Next statement"}
      onAnswer={({ chosen }) => onKeep(say(walk, statement, chosen.said === "true"))}
      onNext={() => (last ? onFinish(walk) : setAt(at + 1))}
    >
      <blockquote class="att-claimed">{statement.statement}</blockquote>
    </Question>
  );
}

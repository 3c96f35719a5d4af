/** Retrieval practice: five questions, a confidence for each, then how the two agree. */
import { useState } from "preact/hooks";
import { newSeed } from "../shared/chance";
import { ContinueButton } from "../shared/continue_button";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
import type { RecallContent } from "./content";
import { Debrief } from "./debrief";
import { Question } from "./question";
import { answer, attemptOf, newRound, noteFinished, readRound, ROUND, type Round } from "./round";

const KEYS = [
  { key: "\u2191 \u2193", does: "choose among the answers" },
  { key: "\u2190 \u2192", does: "move the slider of how sure you are" },
  { key: "Tab", does: "move on; Enter presses a button" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "Nothing is simulated here. What counts as right is what the course's claims list says today. The score is Brier's: the mean squared distance between how sure you were and whether you were right.";

type Place = { at: "start" } | { at: "question"; round: Round } | { at: "debrief"; round: Round };

export function Recall({ content, record }: { content: RecallContent; record: RecordPort }) {
  return (
    <StagedCard<RecallContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="About what is known. Not a test of you, and not marked."
      beginning={() => ({ at: "start" })}
      leavable={({ at }) => at === "question"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<RecallContent, Place>;

function StageAt({ place, go, content, record }: StageProps) {
  const begin = (round: Round): void => {
    record.write("draft", round);
    go({ at: "question", round });
  };
  const afresh = (): void => begin(newRound(content, record, newSeed()));
  if (place.at === "start") {
    return <Start {...{ content, record }} onContinue={begin} onAfresh={afresh} />;
  }
  if (place.at === "question") return <Asking round={place.round} {...{ go, content, record }} />;
  return <Debrief round={place.round} content={content} onAgain={afresh} />;
}

interface StartProps {
  content: RecallContent;
  record: RecordPort;
  onContinue(round: Round): void;
  onAfresh(): void;
}

function Start({ content, record, onContinue, onAfresh }: StartProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const draft = readRound(content, record);
  return (
    <Stage title={`${ROUND} questions, from memory`}>
      <p>
        For each you choose an answer and say how sure you are. You see at once what is known and
        how well.
      </p>
      {draft ? <p>You began a round: {draft.given.length} of {draft.ids.length} are answered.</p> : null}
      <Actions>
        <button type="button" class={`att-button ${draft ? "" : "att-primary"}`} onClick={onAfresh}>
          {draft ? "Start afresh" : "Begin"}
        </button>
        <ContinueButton draft={draft} onContinue={onContinue} />
      </Actions>
    </Stage>
  );
}

function Asking({ round, go, content, record }: Omit<StageProps, "place"> & { round: Round }) {
  const [at, setAt] = useState(Math.min(round.given.length, round.ids.length - 1));
  const item = content.items.find(({ id }) => id === round.ids[at])!;
  const give = (option: number, confidence: number): void => {
    const next = answer(round, item, option, confidence);
    record.write("draft", next);
    go({ at: "question", round: next });
  };
  const moveOn = (): void => {
    if (at + 1 < round.ids.length) return setAt(at + 1);
    record.hand(attemptOf(round, content.exercise.id));
    noteFinished(record, round);
    go({ at: "debrief", round });
  };
  return (
    <Question
      key={item.id}
      item={item}
      number={at + 1}
      of={round.ids.length}
      seed={round.seed}
      given={round.given[at]}
      claims={content.claims}
      cited={content.cited}
      onAnswer={give}
      onNext={moveOn}
    />
  );
}

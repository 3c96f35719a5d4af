/** First screen: what is asked of each card, and back to where you were. */
import { ContinueButton } from "../shared/continue_button";
import type { RecordPort } from "../shared/contract";
import { count, useRecord } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import type { CitationsContent } from "./content";
import { readRun, type Run } from "./run";

interface StartProps {
  content: CitationsContent;
  record: RecordPort;
  onBegin(): void;
  onContinue(run: Run): void;
}

export function Start({ content, record, onBegin, onContinue }: StartProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const draft = readRun(record, content);
  const of = content.cards.length;
  return (
    <Stage title={`${of} citations, two questions each`}>
      <p>
        A card shows a citation, the sentence it stands behind, and what looking for it turned up.
        You decide whether such a work exists as cited, and whether it bears out the sentence. You
        see the course's audit at once, and works that come closer.
      </p>
      {draft ? <p>You began: {draft.decisions.length} of {count(of, "card")} are decided.</p> : null}
      <Actions>
        <button type="button" class={`att-button ${draft ? "" : "att-primary"}`} onClick={onBegin}>
          {draft ? "Start afresh" : "Begin"}
        </button>
        <ContinueButton draft={draft} onContinue={onContinue} />
      </Actions>
    </Stage>
  );
}

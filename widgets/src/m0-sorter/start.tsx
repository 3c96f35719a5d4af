/** First screen: what the labels mean, and back to where you were. */
import { SET } from "../generated/evidence_sets.js";
import { ContinueButton } from "../shared/continue_button";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import type { SorterContent } from "./content";
import { isComplete, lastOf, readRun, type Run } from "./run";

interface StartProps {
  content: SorterContent;
  record: RecordPort;
  onBegin(): void;
  onContinue(run: Run): void;
}

export function Start({ content, record, onBegin, onContinue }: StartProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const draft = readRun(record, content);
  return (
    <Stage title={`${SET} claims, five labels`}>
      <p>
        Every claim comes from the article or is its restatement. You say which label fits what is
        known of it, and how sure you are. Then you see how sure and right agree, and a second
        set shows whether that changes.
      </p>
      <dl class="att-labels">
        {Object.entries(content.labels).map(([id, { name, about }]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
      {draft ? <p>{draftWords(draft)}</p> : null}
      <Actions>
        <button type="button" class={`att-button ${draft ? "" : "att-primary"}`} onClick={onBegin}>
          {draft ? "Start afresh" : "Begin"}
        </button>
        <ContinueButton draft={draft} onContinue={onContinue} />
      </Actions>
    </Stage>
  );
}

function draftWords(run: Run): string {
  const set = run.sorted.length === 2 ? "second" : "first";
  const sorted = lastOf(run);
  if (isComplete(sorted)) return "You have labelled your first set. The second is still to come.";
  return `You began your ${set} set: ${sorted.given.length} of ${SET} claims are labelled.`;
}

/** First stage: whom to meet, or back to where you were. */
import { useState } from "preact/hooks";
import { TURNS } from "../generated/conversation.js";
import { ContinueButton } from "../shared/continue_button";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import type { DialogueContent, Scenario } from "./content";
import { lastRun, readDraft, readNotes } from "./keeping";
import type { Run } from "./outcome";

interface ChooseProps {
  content: DialogueContent;
  record: RecordPort;
  onChoose(scenario: Scenario): void;
  onContinue(run: Run): void;
  onLookBack(run: Run): void;
}

export function Choose({ content, record, onChoose, onContinue, onLookBack }: ChooseProps) {
  const [, forget] = useState(0);
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const draft = readDraft(record, content);
  const before = lastRun(record, content);
  const { met } = readNotes(record);
  const startAfresh = (): void => {
    record.drop("draft");
    forget((times) => times + 1);
  };
  return (
    <Stage title="Whom do you meet?">
      {draft ? <OpenDraft run={draft} onContinue={onContinue} onAfresh={startAfresh} /> : null}
      <ul class="att-people">
        {content.scenarios.map((scenario) => (
          <li key={scenario.id}>
            <Person scenario={scenario} met={met.includes(scenario.id)} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      <Actions>
        {before ? (
          <button type="button" class="att-button" onClick={() => onLookBack(before)}>
            Look at your last debrief
          </button>
        ) : null}
      </Actions>
    </Stage>
  );
}

interface PersonProps {
  scenario: Scenario;
  met: boolean;
  onChoose(scenario: Scenario): void;
}

function Person({ scenario, met, onChoose }: PersonProps) {
  const { name, about } = scenario.character;
  return (
    <article class="att-person" aria-labelledby={`att-person-${scenario.id}`}>
      <h4 class="att-subheading" id={`att-person-${scenario.id}`}>{name}</h4>
      <p class="att-person-title">{scenario.title}</p>
      <p class="att-person-about">{about}</p>
      {met ? <p class="att-note">You have met the criteria with {name}.</p> : null}
      <button type="button" class="att-button" onClick={() => onChoose(scenario)}>
        Meet {name}
      </button>
    </article>
  );
}

interface OpenDraftProps {
  run: Run;
  onContinue(run: Run): void;
  onAfresh(): void;
}

function OpenDraft({ run, onContinue, onAfresh }: OpenDraftProps) {
  const { scenario, acts } = run.conversation;
  const turn = Math.min(acts.length + 1, TURNS);
  return (
    <div class="att-draft" role="group" aria-label="A conversation you began">
      <p>
        You were talking with {scenario.character.name}, at turn {turn} of {TURNS}.
      </p>
      <div class="att-row">
        <button type="button" class="att-button" onClick={onAfresh}>Start afresh</button>
        <ContinueButton draft={run} onContinue={onContinue} />
      </div>
    </div>
  );
}

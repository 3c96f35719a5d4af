/** Before anybody is met: how often your likeliest will be theirs, and which channel misleads. */
import { useState } from "preact/hooks";
import { MEETINGS } from "../generated/meetings.js";
import { Choices } from "../shared/confidence/choices";
import { ContinueButton } from "../shared/continue_button";
import { Guess } from "../shared/guess";
import { Actions, Stage } from "../shared/stage";
import type { Channel, CueContent } from "./content";
import type { Prediction, Run } from "./run";
import { CHANNEL_NAMES } from "./words";

interface PredictProps {
  content: CueContent;
  draft: Run | null;
  onBegin(prediction: Prediction): void;
  onContinue(run: Run): void;
}

export function Predict({ content, draft, onBegin, onContinue }: PredictProps) {
  const [likeliest, setLikeliest] = useState(MEETINGS / 2);
  const [channel, setChannel] = useState<Channel | null>(null);
  const states = Object.values(content.states);
  return (
    <Stage title="Before you meet anybody">
      <p>
        People come by the front desk of a neighbourhood centre. Of each you see a face and a
        posture, hear a voice if you press for it, and read all three in words. You hand out 100%
        over these feelings: {states.join(", ").toLowerCase()}. What counts as true is what they say
        of themselves.
      </p>
      <p>
        Then you choose. Asking tells you, and costs a turn: somebody else waits. Whom you do not
        ask, you hear after the round. A turn costs as much as being torn between two feelings, so
        asking pays where it is more open than that.
      </p>
      <Guess
        label="In how many meetings will your likeliest feeling be theirs?"
        value={likeliest}
        min={0}
        max={MEETINGS}
        step={1}
        words={(count) => `${count} of ${MEETINGS}`}
        ends={["never", "every time"]}
        onChange={setLikeliest}
      />
      <Choices
        legend="Trusted alone, which would lead you furthest astray?"
        choices={(["face", "voice", "posture"] as Channel[]).map((value) => ({ value, text: CHANNEL_NAMES[value] }))}
        chosen={channel}
        held={false}
        onChoose={(value) => setChannel(value as Channel)}
      />
      {draft ? <p>{draftWords(draft)}</p> : null}
      <Actions>
        <button
          type="button"
          class={`att-button ${draft ? "" : "att-primary"}`}
          disabled={channel === null}
          onClick={() => onBegin({ likeliest, channel: channel! })}
        >
          {draft ? "Start afresh" : "Meet the first person"}
        </button>
        <ContinueButton draft={draft} onContinue={onContinue} />
      </Actions>
    </Stage>
  );
}

function draftWords({ readings }: Run): string {
  if (readings.length === 0) return "You were about to meet the first person.";
  return `You began before: ${readings.length} of ${MEETINGS} meetings are behind you.`;
}

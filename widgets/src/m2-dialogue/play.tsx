/** Third stage: the talk itself, with its traces beside it. */
import { useState } from "preact/hooks";
import { takeFocus } from "../shared/focus";
import { Actions, Stage } from "../shared/stage";
import type { DialogueContent } from "./content";
import { EARLIEST_END, isOver, last } from "./conversation";
import { Log } from "./log";
import type { Run } from "./outcome";
import { Replies } from "./replies";
import { LiveTraces } from "./live_traces";

interface PlayProps {
  run: Run;
  acts: DialogueContent["acts"];
  turns: number;
  onSay(act: string): void;
  onFinish(): void;
}

export function Play({ run, turns, onSay, onFinish }: PlayProps) {
  const [traced, setTraced] = useState(true);
  const { conversation } = run;
  const over = isOver(conversation);
  const { name } = conversation.scenario.character;
  const pickByNumber = (event: KeyboardEvent): void => {
    const act = last(conversation.prompts).offered[Number(event.key) - 1];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
    if (!over && plain && act && /^[1-9]$/.test(event.key)) onSay(act);
  };
  return (
    <Stage title={`${name}: ${conversation.scenario.title}`} onKeyDown={pickByNumber}>
      <div class={`att-play ${traced ? "" : "att-play-untraced"}`}>
        <LiveTraces run={run} turns={turns} shown={traced} onToggle={() => setTraced(!traced)} />
        <div class="att-talk">
          <Log conversation={conversation} />
          {over ? (
            <p class="att-over">You have had your {turns} turns.</p>
          ) : (
            <Replies conversation={conversation} turns={turns} onSay={onSay} />
          )}
        </div>
      </div>
      <Actions>
        <Finish over={over} taken={conversation.acts.length} onFinish={onFinish} />
      </Actions>
      <p class="att-note att-first-line">What happened is summed up here when the conversation ends.</p>
    </Stage>
  );
}

function Finish({ over, taken, onFinish }: { over: boolean; taken: number; onFinish(): void }) {
  if (over) {
    return (
      <button type="button" class="att-button att-primary" ref={takeFocus} onClick={onFinish}>
        See what happened
      </button>
    );
  }
  const early = taken < EARLIEST_END;
  return (
    <button type="button" class="att-button" disabled={early} onClick={onFinish}>
      {early ? `You can end it from turn ${EARLIEST_END}` : "End the conversation here"}
    </button>
  );
}

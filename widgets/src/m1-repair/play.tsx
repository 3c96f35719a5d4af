/** Third stage: the conversation itself, by the clock or beat by beat. */
import { useMemo, useRef } from "preact/hooks";
import { BEATS } from "../generated/repair.js";
import { takeFocus } from "../shared/focus";
import { Actions, Stage } from "../shared/stage";
import { Acts } from "./acts";
import { DriftPicture } from "./drift_picture";
import { MarkKey } from "./marks";
import { type Act, beatsOf, isOver, type Run, type Way } from "./run";
import { tell, type Telling, tellingWords } from "./telling";
import { ByTheClock } from "./timed";
import { trustWords } from "./words";

interface PlayProps {
  run: Run;
  onAct(act: Act): void;
  onWay(way: Way): void;
  onDone(): void;
}

const KEYS: Record<string, Act> = { "1": "wait", "2": "repair", "3": "ask" };

export function Play({ run, onAct, onWay, onDone }: PlayProps) {
  const beats = useMemo(() => beatsOf(run), [run]);
  const telling = tell(run, beats);
  const { name, title } = run.encounter;
  const over = isOver(run);
  const stepped = run.way === "stepped";
  const byNumber = (event: KeyboardEvent): void => {
    const act = KEYS[event.key];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
    if (act && plain && stepped && !over) onAct(act);
  };
  return (
    <Stage title={`${name}: ${title}`} onKeyDown={byNumber}>
      <div class="att-encounter">
        <DriftPicture run={run} beats={beats} status={telling.status} />
        <Words telling={telling} every={stepped || over} />
        {over ? (
          <End name={name} onDone={onDone} />
        ) : stepped ? (
          <Acts encounter={run.encounter} waiting onAct={onAct} />
        ) : (
          <ByTheClock run={run} onAct={onAct} />
        )}
        {over ? null : <ChangeOver way={run.way} onWay={onWay} />}
      </div>
      <details class="att-disclosure">
        <summary>What the patterns and marks mean</summary>
        <MarkKey name={name} />
      </details>
      <Actions />
    </Stage>
  );
}

/** The beat in words. By the clock only what is new is read out, so that it can be heard. */
function Words({ telling, every }: { telling: Telling; every: boolean }) {
  const words = tellingWords(telling);
  const last = useRef(words);
  if (every || telling.news) last.current = words;
  return (
    <div class="att-telling">
      <p class="att-telling-status">
        <span>{telling.number > BEATS ? "The end" : `Beat ${telling.number} of ${BEATS}`}</span>
        <strong>{telling.status}</strong>
        <span>Trust {trustWords(telling.trust)}</span>
      </p>
      <p class="att-telling-line">{telling.lines.join(" ")}</p>
      <p class="att-unseen" role="status">{last.current}</p>
    </div>
  );
}

function End({ name, onDone }: { name: string; onDone(): void }) {
  return (
    <div class="att-row att-clock">
      <p>You and {name} have had your {BEATS} beats.</p>
      <button type="button" class="att-button att-primary" ref={takeFocus} onClick={onDone}>
        What does it show?
      </button>
    </div>
  );
}

function ChangeOver({ way, onWay }: { way: Way; onWay(way: Way): void }) {
  const change = (): void => onWay(way === "timed" ? "stepped" : "timed");
  return (
    <div class="att-row">
      <button type="button" class="att-button att-quiet-button" onClick={change}>
        {way === "timed" ? "Go on beat by beat, without the clock" : "Go on by the clock"}
      </button>
    </div>
  );
}

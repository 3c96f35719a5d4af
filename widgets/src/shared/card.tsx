/** The card that every exercise is: what it asks, its honesty, its stage, its record. */
import { createContext } from "preact";
import type { ComponentChildren, RefObject } from "preact";
import { useContext, useRef, useState } from "preact/hooks";
import type { Content, RecordPort } from "./contract";
import { Badge, Preamble } from "./card_head";
import { takeFocus } from "./focus";
import { Help, type Key } from "./help";
import { cardId } from "./jump";
import { PausePanel } from "./pause";
import { keepPlainKeys } from "./plain_keys";
import { RecordLine } from "./record_line";
import { useId } from "./use_id";

interface CardPort {
  skip(): void;
  /** False until the first stage has been drawn, which must not take the focus. */
  settled: { current: boolean };
  card: RefObject<HTMLElement | null>;
  /** Paused, or its help is open: whatever runs by the clock stands still. */
  resting: boolean;
}

const CardContext = createContext<CardPort | null>(null);

export function useCard(): CardPort {
  const card = useContext(CardContext);
  if (!card) throw new Error("this part of an exercise must stand inside its card");
  return card;
}

const Paused = createContext(false);

/** Whether the card is paused: what sounds or moves by itself must stop then. */
export function usePaused(): boolean {
  return useContext(Paused);
}

export interface CardProps {
  content: Content;
  record: RecordPort;
  keys: Key[];
  /** How the model was made, in a sentence or two, for the help. */
  made: string;
  /** What it is for, and what it is not. */
  scope: string;
  /** Whether the card's introduction stands above the stage. */
  introduced: boolean;
  /** Offered in the pause, where there is something to leave. */
  onLeave?: (() => void) | undefined;
  /** The learner erased the record. */
  onErased(): void;
  children: ComponentChildren;
}

export function Card(props: CardProps) {
  const [skipped, setSkipped] = useState(false);
  const [paused, setPaused] = useState(false);
  const [helping, setHelping] = useState(false);
  const card = useRef<HTMLElement>(null);
  const settled = useRef(false);
  const skip = (): void => {
    settled.current = true;
    setSkipped(true);
  };
  if (skipped) return <Skipped content={props.content} onBack={() => setSkipped(false)} />;
  return (
    <CardContext.Provider value={{ skip, settled, card, resting: paused || helping }}>
      <OpenCard {...props} {...{ card, paused, setPaused, helping, setHelping }} />
    </CardContext.Provider>
  );
}

interface OpenCardProps extends CardProps {
  card: RefObject<HTMLElement | null>;
  paused: boolean;
  setPaused(paused: boolean): void;
  helping: boolean;
  setHelping(helping: boolean): void;
}

function OpenCard(props: OpenCardProps) {
  const { paused, setPaused, helping, setHelping } = props;
  const pause = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const { exercise } = props.content;
  const resume = (): void => {
    setPaused(false);
    pause.current?.focus();
  };
  return (
    <section
      class="att-card"
      id={cardId(exercise.id)}
      ref={props.card}
      aria-labelledby={titleId}
      onKeyDown={keepPlainKeys}
    >
      <header class="att-card-head">
        <Badge exercise={exercise} />
        <div class="att-corner">
          <button
            type="button"
            class="att-button att-quiet-button"
            ref={pause}
            aria-pressed={paused}
            onClick={() => (paused ? resume() : setPaused(true))}
          >
            Pause
          </button>
          <button type="button" class="att-button att-quiet-button" onClick={() => setHelping(true)}>
            Help
          </button>
        </div>
        <h2 class="att-title" id={titleId}>{exercise.title}</h2>
      </header>
      {props.introduced && !paused ? <Preamble exercise={exercise} scope={props.scope} /> : null}
      <div class="att-stage" hidden={paused}>
        <Paused.Provider value={paused}>{props.children}</Paused.Provider>
      </div>
      {paused ? (
        <PausePanel support={props.content.support} onLeave={leaving(props, setPaused)} onResume={resume} />
      ) : null}
      <RecordLine record={props.record} />
      {helping ? <Help {...props} onClose={() => setHelping(false)} /> : null}
    </section>
  );
}

function leaving(props: CardProps, setPaused: (paused: boolean) => void): (() => void) | undefined {
  const leave = props.onLeave;
  if (!leave) return undefined;
  return () => {
    setPaused(false);
    leave();
  };
}

function Skipped({ content, onBack }: { content: Content; onBack(): void }) {
  return (
    <section
      class="att-card att-card-skipped"
      id={cardId(content.exercise.id)}
      aria-label={content.exercise.title}
    >
      <p>
        <strong>{content.exercise.title}</strong>, skipped.
      </p>
      <button type="button" class="att-button" ref={takeFocus} onClick={onBack}>
        Come back to it
      </button>
    </section>
  );
}

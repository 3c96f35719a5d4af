/**
 * One question: what is asked about, one decision or more, how sure you are, and what is known.
 *
 * Where `feedback` is given, an answer is held and answered at once; without, it can still be
 * changed until its set is complete.
 */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Actions, Stage } from "../stage";
import { type Choice, Choices } from "./choices";
import { Sure } from "./sure";

export interface Decision {
  id: string;
  legend: ComponentChildren;
  choices: Choice[];
}

/** What was chosen in each decision, by its id, and how sure in [0.5, 1]. */
export interface Reply {
  chosen: Record<string, string>;
  confidence: number;
}

interface QuestionProps {
  title: string;
  decisions: Decision[];
  given: Reply | undefined;
  /** Percent between two places of the slider; 0 where nobody is asked how sure they are. */
  step?: number;
  sureLabel?: string;
  feedback?: ComponentChildren;
  answerWords?: string;
  nextWords?: string;
  onAnswer(reply: Reply): void;
  onNext?(): void;
  onBack?: (() => void) | undefined;
  /** What the question is about, above the decisions. */
  children?: ComponentChildren;
}

export function Question(props: QuestionProps) {
  const { decisions, given, step = 5, feedback } = props;
  const held = given !== undefined && Boolean(feedback);
  const [chosen, setChosen] = useState<Record<string, string>>(given?.chosen ?? {});
  const [percent, setPercent] = useState(Math.round(100 * (given?.confidence ?? 0.5)));
  return (
    <Stage title={props.title}>
      {props.children}
      {decisions.map(({ id, legend, choices }) => (
        <Choices
          key={id}
          {...{ legend, choices, held }}
          chosen={chosen[id] ?? null}
          onChoose={(value) => setChosen({ ...chosen, [id]: value })}
        />
      ))}
      {step > 0 ? (
        <Sure
          {...{ percent, step, held }}
          {...(props.sureLabel ? { label: props.sureLabel } : {})}
          onChange={setPercent}
        />
      ) : null}
      {held ? feedback : null}
      <Steps
        {...props}
        held={held}
        ready={decisions.every(({ id }) => id in chosen)}
        onGive={() => props.onAnswer({ chosen, confidence: percent / 100 })}
      />
    </Stage>
  );
}

interface StepsProps extends QuestionProps {
  held: boolean;
  ready: boolean;
  onGive(): void;
}

function Steps({ held, ready, onGive, onBack, onNext, answerWords = "Answer", nextWords = "Next" }: StepsProps) {
  return (
    <Actions>
      {onBack ? (
        <button type="button" class="att-button" onClick={onBack}>Back</button>
      ) : null}
      {held ? (
        <button type="button" class="att-button att-primary" onClick={() => onNext?.()}>
          {nextWords}
        </button>
      ) : (
        <button type="button" class="att-button att-primary" disabled={!ready} onClick={onGive}>
          {answerWords}
        </button>
      )}
    </Actions>
  );
}

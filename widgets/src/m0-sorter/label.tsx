/** One claim after another: a label and how sure, and the way back to change either. */
import { useState } from "preact/hooks";
import { SET } from "../generated/evidence_sets.js";
import { Question } from "../shared/confidence/question";
import type { SorterContent } from "./content";
import { cardsOf, give, lastOf, type Run } from "./run";

const STEP = 10;

interface LabelProps {
  run: Run;
  content: SorterContent;
  onKeep(run: Run): void;
  onFinish(run: Run): void;
}

export function Label({ run, content, onKeep, onFinish }: LabelProps) {
  const { given } = lastOf(run);
  const [at, setAt] = useState(Math.min(given.length, SET - 1));
  const card = cardsOf(run, run.sorted.length - 1, content)[at]!;
  const before = given[at];
  const answer = (label: string, confidence: number): void => {
    const next = give(run, at, card, label, confidence);
    if (at + 1 === SET) return onFinish(next);
    onKeep(next);
    setAt(at + 1);
  };
  return (
    <Question
      key={card.id}
      title={`Claim ${at + 1} of ${SET}`}
      decisions={[{ id: "label", legend: "Which label fits what is known?", choices: choicesOf(content) }]}
      given={before && { chosen: { label: before.label }, confidence: before.confidence }}
      step={STEP}
      sureLabel="How sure are you that it fits?"
      answerWords={at + 1 < SET ? "Next claim" : "See how sure and right agree"}
      onAnswer={({ chosen, confidence }) => answer(chosen.label!, confidence)}
      onBack={at > 0 ? () => setAt(at - 1) : undefined}
    >
      <blockquote class="att-claimed">{card.statement}</blockquote>
    </Question>
  );
}

function choicesOf({ labels }: SorterContent): { value: string; text: string; about: string }[] {
  return Object.entries(labels).map(([value, { name, about }]) => ({ value, text: name, about }));
}

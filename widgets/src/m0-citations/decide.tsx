/** One card after another: two decisions, how sure, and what the audit says. */
import { useState } from "preact/hooks";
import { Question } from "../shared/confidence/question";
import { Audit } from "./audit";
import { CatalogueCard } from "./catalogue_card";
import type { Card, CitationsContent } from "./content";
import { cardsOf, decide, existsFits, type Run, supportsFits } from "./run";

const STEP = 10;

interface DecideProps {
  run: Run;
  content: CitationsContent;
  onKeep(run: Run): void;
  onFinish(): void;
}

export function Decide({ run, content, onKeep, onFinish }: DecideProps) {
  const cards = cardsOf(run, content);
  const [at, setAt] = useState(Math.min(run.decisions.length, cards.length - 1));
  const card = cards[at]!;
  const decided = run.decisions[at];
  const last = at + 1 === cards.length;
  return (
    <Question
      key={card.id}
      title={`Citation ${at + 1} of ${cards.length}`}
      decisions={decisionsOn(card, content)}
      given={decided && { chosen: { exists: decided.exists, supports: decided.supports }, confidence: decided.confidence }}
      step={STEP}
      sureLabel="How sure are you of what it bears out?"
      feedback={decided ? <Audit decided={decided} card={card} content={content} /> : undefined}
      nextWords={last ? "Look back on all of them" : "Next citation"}
      onAnswer={({ chosen, confidence }) => onKeep(decide(run, card, chosen.exists!, chosen.supports!, confidence))}
      onNext={() => (last ? onFinish() : setAt(at + 1))}
    >
      <CatalogueCard card={card} works={content.works} />
    </Question>
  );
}

function decisionsOn(card: Card, { choices }: CitationsContent) {
  const exists = Object.entries(choices.exists).map(([value, text]) => ({
    value, text, fits: wordsOf(value === card.exists, existsFits(card, value)),
  }));
  const supports = Object.entries(choices.supports).map(([value, text]) => ({
    value, text, fits: wordsOf(value === card.supports, supportsFits(card, value)),
  }));
  return [
    { id: "exists", legend: "Does such a work exist as cited?", choices: exists },
    { id: "supports", legend: "Does it bear out the sentence?", choices: supports },
  ];
}

function wordsOf(best: boolean, fits: boolean): string | undefined {
  if (best) return "the audit's";
  return fits ? "fair too" : undefined;
}

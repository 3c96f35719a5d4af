/** One question: answers, how sure you are, and then what is known. */
import { useMemo } from "preact/hooks";
import { Question as Asked } from "../shared/confidence/question";
import type { Claim } from "../shared/contract";
import type { Cited, Item } from "./content";
import { Feedback } from "./feedback";
import { type Given, shownOptions } from "./round";

interface QuestionProps {
  item: Item;
  number: number;
  of: number;
  seed: number;
  given: Given | undefined;
  claims: Claim[];
  cited: Record<string, Cited>;
  onAnswer(option: number, confidence: number): void;
  onNext(): void;
}

export function Question({ item, number, of, seed, given, claims, cited, onAnswer, onNext }: QuestionProps) {
  const options = useMemo(() => shownOptions(item, seed), [item, seed]);
  const choices = options.map(({ option, index }) => ({
    value: String(index),
    text: option.text,
    fits: option.right ? "fits best" : undefined,
  }));
  return (
    <Asked
      title={`Question ${number} of ${of}`}
      decisions={[{ id: "option", legend: item.question, choices }]}
      given={given && { chosen: { option: String(given.option) }, confidence: given.confidence }}
      feedback={given ? <Feedback item={item} given={given} claims={claims} cited={cited} /> : undefined}
      nextWords={number < of ? "Next question" : "See how sure and right agree"}
      onAnswer={({ chosen, confidence }) => onAnswer(Number(chosen.option), confidence)}
      onNext={onNext}
    />
  );
}

/** What is said after each move: the first part is shown, all of it is read out. */
import { count } from "../record_line";
import { inHand, type SortCard, type Sorting, type SortZone } from "./sorting";

export interface Said {
  shown: string;
  /** What a reader sees anyway: the card that is next. */
  more: string;
}

export const SILENCE: Said = { shown: "", more: "" };
export const LET_GO: Said = { shown: "Left where it was.", more: "" };

export function placedWords(after: Sorting, cards: SortCard[], zone: SortZone, thing: string): Said {
  const shown = `Put under ${zone.name}.`;
  const left = after.pile.length;
  if (left === 0) return { shown, more: "All are sorted." };
  return { shown, more: `${count(left, thing)} left. ${nextWords(after, cards)}` };
}

export function liftedWords(cards: SortCard[], card: string): Said {
  const more = `${textOf(cards, card)} Choose where it goes, or press Escape to leave it.`;
  return { shown: "Taken up.", more };
}

export function postponedWords(after: Sorting, cards: SortCard[]): Said {
  return { shown: "Kept for later.", more: nextWords(after, cards) };
}

/** `before` is the sorting whose last move is taken back. */
export function undoneWords(before: Sorting, cards: SortCard[], zones: SortZone[]): Said {
  const { card, from } = before.moves.at(-1)!;
  const place = zones.find(({ id }) => id === from)?.name;
  return { shown: place ? `Back under ${place}.` : "Back in your hand.", more: textOf(cards, card) };
}

function nextWords(after: Sorting, cards: SortCard[]): string {
  const next = inHand(after);
  return next === null ? "" : `Next: ${textOf(cards, next)}`;
}

function textOf(cards: SortCard[], id: string): string {
  return cards.find((card) => card.id === id)!.text;
}

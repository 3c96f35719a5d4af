/**
 * Cards to sort: one in the hand, zones to put it in. By zone button, number key or drag; a
 * placed card is taken up again by pressing it. What happened is said aloud, and undone.
 */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { timePaint } from "../paint_timing";
import { useId } from "../use_id";
import { watchDragging } from "./dragging";
import { Hand } from "./hand";
import { inHand, letGo, lift, postpone, put, type SortCard, type Sorting, type SortZone, undo } from "./sorting";
import { LET_GO, liftedWords, placedWords, postponedWords, type Said, SILENCE, undoneWords } from "./words";
import { Zone } from "./zone";

export interface SorterProps {
  cards: SortCard[];
  /** At most nine, so that each has a number key. */
  zones: SortZone[];
  sorting: Sorting;
  /** What is asked of each card. */
  question: string;
  /** What a card is called: "sentence". */
  thing: string;
  onChange(sorting: Sorting): void;
}

/** For the card's help. */
export const SORTING_KEYS = [
  { key: "1\u20139", does: "put the card in hand under the heading with that number" },
  { key: "\u2191 \u2193", does: "go from heading to heading; Enter puts the card there" },
  { key: "Enter", does: "on a card that lies somewhere: take it up again; Esc leaves it there" },
];

export function Sorter(props: SorterProps) {
  const { cards, zones, sorting, question } = props;
  const root = useRef<HTMLDivElement>(null);
  const questionId = useId();
  const moves = useMoves(props, root);
  useDropping(root, moves.putIn);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zone = zones[Number(event.key) - 1];
    if (zone) moves.putIn(inHand(sorting), zone.id);
    else if (event.key === "Escape" && sorting.lifted) moves.letGo();
    else walk(event, root.current!);
  };
  return (
    <div class="att-sorting" ref={root} onKeyDown={onKeyDown}>
      <Hand
        {...props}
        said={moves.said}
        onPostpone={moves.postpone}
        onUndo={moves.undo}
        onLetGo={moves.letGo}
      />
      <p class="att-sort-question" id={questionId}>{question}</p>
      <ol class="att-zones" aria-labelledby={questionId}>
        {zones.map((zone, i) => (
          <Zone
            key={zone.id}
            number={i + 1}
            {...{ zone, cards, sorting }}
            onPut={() => moves.putIn(inHand(sorting), zone.id)}
            onLift={moves.takeUp}
          />
        ))}
      </ol>
    </div>
  );
}

interface Moves {
  said: Said;
  putIn(card: string | null, zone: string): void;
  takeUp(card: string): void;
  letGo(): void;
  postpone(): void;
  undo(): void;
}

/** Every move with its words. */
function useMoves({ cards, zones, sorting, thing, onChange }: SorterProps, root: { current: HTMLElement | null }): Moves {
  const [said, setSaid] = useState(SILENCE);
  const change = (next: Sorting, words: Said): void => {
    timePaint();
    setSaid(words);
    onChange(next);
  };
  return {
    said,
    putIn(card, zone) {
      if (card === null) return;
      const next = put(sorting, card, zone);
      change(next, placedWords(next, cards, zones.find(({ id }) => id === zone)!, thing));
    },
    takeUp(card) {
      const next = lift(sorting, card);
      change(next, next.lifted ? liftedWords(cards, card) : LET_GO);
      if (next.lifted) focusZone(root.current!, sorting.placed[card]!);
    },
    letGo: () => change(letGo(sorting), LET_GO),
    postpone: () => change(postpone(sorting), postponedWords(postpone(sorting), cards)),
    undo: () => change(undo(sorting), undoneWords(sorting, cards, zones)),
  };
}

/** Drops go to the handler of the latest drawing; listening starts once. */
function useDropping(root: { current: HTMLElement | null }, drop: Moves["putIn"]): void {
  const latest = useRef(drop);
  latest.current = drop;
  useLayoutEffect(() => watchDragging(root.current!, (card, zone) => latest.current(card, zone)), []);
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Arrow keys go from zone to zone, Home and End to the first and last. */
function walk(event: KeyboardEvent, root: HTMLElement): void {
  const buttons = [...root.querySelectorAll<HTMLElement>(".att-zone-button")];
  const at = buttons.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const ends: Record<string, number> = { Home: 0, End: buttons.length - 1 };
  const to = ends[event.key] ?? at + (STEPS[event.key] ?? NaN);
  if (!buttons[to]) return;
  event.preventDefault();
  buttons[to].focus();
}

/** A card that was taken up is put down from the keyboard where it lay, or an arrow away. */
function focusZone(root: HTMLElement, zone: string): void {
  const button = root.querySelector<HTMLElement>(`[data-zone="${zone}"] .att-zone-button`);
  button?.focus({ preventScroll: true });
}

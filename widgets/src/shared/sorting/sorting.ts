/** Cards sorted into zones: where each lies, and every way of moving one. Nothing is drawn. */

export interface SortCard {
  id: string;
  text: string;
}

export interface SortZone {
  id: string;
  name: string;
  /** One line on what belongs here. */
  about: string;
}

/** One card put down: in which zone it lay before, or null for the pile. */
export interface Move {
  card: string;
  from: string | null;
}

/** Plain data: what a draft keeps and brings back. */
export interface Sorting {
  /** Cards not placed yet; the first is in the hand. */
  pile: string[];
  /** Card -> zone, in the order in which cards were put down. */
  placed: Record<string, string>;
  /** A placed card that was taken up again; it keeps its zone until it is put down. */
  lifted: string | null;
  /** Oldest first, for undoing. */
  moves: Move[];
}

export function openSorting(cards: string[]): Sorting {
  return { pile: cards, placed: {}, lifted: null, moves: [] };
}

/** The card that goes into the next zone that is chosen, or null where none is left. */
export function inHand(sorting: Sorting): string | null {
  return sorting.lifted ?? sorting.pile[0] ?? null;
}

export function isSorted(sorting: Sorting): boolean {
  return sorting.pile.length === 0;
}

/** The cards of a zone, oldest first. */
export function cardsIn(sorting: Sorting, zone: string): string[] {
  return Object.keys(sorting.placed).filter((card) => sorting.placed[card] === zone);
}

/** Put a card down in a zone, wherever it lay. Where it lies there already it stays. */
export function put(sorting: Sorting, card: string, zone: string): Sorting {
  const from = sorting.placed[card] ?? null;
  if (from === zone) return { ...sorting, lifted: null };
  return {
    pile: sorting.pile.filter((id) => id !== card),
    placed: { ...without(sorting.placed, card), [card]: zone },
    lifted: null,
    moves: [...sorting.moves, { card, from }],
  };
}

/** Take the last move back; its card returns to where it lay. */
export function undo(sorting: Sorting): Sorting {
  const last = sorting.moves.at(-1);
  if (!last) return sorting;
  const { card, from } = last;
  const rest = without(sorting.placed, card);
  return {
    pile: from === null ? [card, ...sorting.pile] : sorting.pile,
    placed: from === null ? rest : { ...rest, [card]: from },
    lifted: null,
    moves: sorting.moves.slice(0, -1),
  };
}

/** The card in the hand goes to the end of the pile. */
export function postpone(sorting: Sorting): Sorting {
  const [first, ...rest] = sorting.pile;
  return first === undefined ? sorting : { ...sorting, pile: [...rest, first] };
}

/** Take a placed card up again; taking up the one that is lifted lets it go. */
export function lift(sorting: Sorting, card: string): Sorting {
  return { ...sorting, lifted: sorting.lifted === card ? null : card };
}

export function letGo(sorting: Sorting): Sorting {
  return { ...sorting, lifted: null };
}

/** Whether a kept sorting is of exactly these cards and zones: content may have changed. */
export function isSortingOf(sorting: Sorting, cards: SortCard[], zones: SortZone[]): boolean {
  const held = [...sorting.pile, ...Object.keys(sorting.placed)].sort();
  const known = cards.map(({ id }) => id).sort();
  const places = zones.map(({ id }) => id);
  return (
    held.join(" ") === known.join(" ") &&
    Object.values(sorting.placed).every((zone) => places.includes(zone))
  );
}

function without(placed: Record<string, string>, card: string): Record<string, string> {
  const { [card]: _, ...rest } = placed;
  return rest;
}

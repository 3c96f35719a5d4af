/** The card in the hand, and what can be done with it besides putting it down. */
import { Grip } from "./grip";
import { inHand, isSorted, type SortCard, type Sorting } from "./sorting";
import type { Said } from "./words";

interface HandProps {
  cards: SortCard[];
  sorting: Sorting;
  thing: string;
  said: Said;
  onPostpone(): void;
  onUndo(): void;
  onLetGo(): void;
}

export function Hand({ cards, sorting, thing, said, onPostpone, onUndo, onLetGo }: HandProps) {
  const card = cards.find(({ id }) => id === inHand(sorting));
  return (
    <div class="att-hand">
      <p class="att-hand-count">{countWords(sorting, cards.length, thing)}</p>
      <div class="att-hand-place">
        {card ? (
          <div class="att-sort-card att-hand-card" data-card={card.id} key={card.id}>
            <Grip />
            <p>{card.text}</p>
          </div>
        ) : (
          <p class="att-note">Press any of them below to take it up again.</p>
        )}
      </div>
      <div class="att-row">
        {sorting.lifted ? (
          <HandButton words="Leave it there" onPress={onLetGo} />
        ) : (
          <HandButton words="Later" idle={sorting.pile.length < 2} onPress={onPostpone} />
        )}
        <HandButton words="Undo" idle={sorting.moves.length === 0} onPress={onUndo} />
        <p class="att-sort-said" role="status">
          {said.shown} <span class="att-unseen">{said.more}</span>
        </p>
      </div>
    </div>
  );
}

/** Idle rather than disabled: a disabled button would drop the focus it holds. */
function HandButton({ words, idle = false, onPress }: { words: string; idle?: boolean; onPress(): void }) {
  return (
    <button type="button" class="att-button" aria-disabled={idle} onClick={() => !idle && onPress()}>
      {words}
    </button>
  );
}

function countWords(sorting: Sorting, all: number, thing: string): string {
  if (sorting.lifted) return `A ${thing} taken up again`;
  if (isSorted(sorting)) return `All ${all} ${thing}s are sorted`;
  const after = sorting.pile.length - 1;
  return after === 0 ? `The last ${thing}` : `One ${thing} in hand, ${after} to come`;
}

/** One zone: a button that puts the card in hand here, and the cards that lie here. */
import { useState } from "preact/hooks";
import { count } from "../record_line";
import { useId } from "../use_id";
import { Grip } from "./grip";
import { cardsIn, inHand, type SortCard, type Sorting, type SortZone } from "./sorting";

interface ZoneProps {
  zone: SortZone;
  number: number;
  cards: SortCard[];
  sorting: Sorting;
  onPut(): void;
  onLift(card: string): void;
}

export function Zone({ zone, number, cards, sorting, onPut, onLift }: ZoneProps) {
  const [open, setOpen] = useState(false);
  const aboutId = useId();
  const here = cardsIn(sorting, zone.id).map((id) => cards.find((card) => card.id === id)!);
  return (
    <li class={`att-zone ${open ? "att-zone-open" : ""}`} data-zone={zone.id}>
      <button
        type="button"
        class="att-zone-button"
        aria-describedby={aboutId}
        aria-disabled={inHand(sorting) === null}
        onClick={onPut}
      >
        <span>{zone.name}</span> <kbd aria-hidden="true">{number}</kbd>
      </button>
      <p class="att-zone-about" id={aboutId}>{zone.about}</p>
      {here.length > 0 ? (
        <button
          type="button"
          class="att-button att-quiet-button att-zone-count"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {count(here.length, "card")} <span class="att-unseen">under {zone.name}</span>
        </button>
      ) : null}
      <ul class="att-zone-cards" aria-label={`Under ${zone.name}`} hidden={here.length === 0}>
        {here.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              class="att-sort-card"
              data-card={card.id}
              aria-pressed={sorting.lifted === card.id}
              onClick={() => onLift(card.id)}
            >
              <Grip />
              <span>{card.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}

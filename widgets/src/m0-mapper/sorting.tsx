/** Second stage: every sentence goes where its words point. */
import { Sorter } from "../shared/sorting/sorter";
import { isSorted, type Sorting as Sorted } from "../shared/sorting/sorting";
import { Actions, Stage } from "../shared/stage";
import type { MapperContent } from "./content";
import { cardsOf } from "./round";

interface SortingProps {
  content: MapperContent;
  sorting: Sorted;
  onChange(sorting: Sorted): void;
  onDone(): void;
}

export function Sorting({ content, sorting, onChange, onDone }: SortingProps) {
  return (
    <Stage title="Who attunes to whom here?">
      <Sorter
        cards={cardsOf(content)}
        zones={content.zones}
        sorting={sorting}
        question="Press a heading or its number, or drag the sentence there."
        thing="sentence"
        onChange={onChange}
      />
      <Actions>
        <button type="button" class="att-button att-primary" disabled={!isSorted(sorting)} onClick={onDone}>
          Go on
        </button>
      </Actions>
    </Stage>
  );
}

/** Third stage: what turned from sentence to sentence, said before the comparison. */
import { useState } from "preact/hooks";
import { Choices } from "../shared/confidence/choices";
import { count } from "../shared/record_line";
import { cardsIn, type Sorting } from "../shared/sorting/sorting";
import { Actions, Stage } from "../shared/stage";
import type { MapperContent } from "./content";

interface NamingProps {
  content: MapperContent;
  sorting: Sorting;
  onBack(): void;
  onName(gap: string): void;
}

export function Naming({ content, sorting, onBack, onName }: NamingProps) {
  const [gap, setGap] = useState<string | null>(null);
  const used = content.zones.filter((zone) => cardsIn(sorting, zone.id).length > 0);
  return (
    <Stage title="What changes from sentence to sentence?">
      <p>
        You used {count(used.length, "heading")}: {used.map((zone) => zoneWords(zone.name, cardsIn(sorting, zone.id).length)).join(", ")}.
      </p>
      <Choices
        legend="If one thing turns as the text goes on, and makes its sentences hard to add up, which is it?"
        choices={content.gaps.map(({ id, text }) => ({ value: id, text }))}
        chosen={gap}
        held={false}
        onChoose={setGap}
      />
      <Actions>
        <button type="button" class="att-button" onClick={onBack}>Back to the sentences</button>
        <button type="button" class="att-button att-primary" disabled={gap === null} onClick={() => onName(gap!)}>
          Compare the readings
        </button>
      </Actions>
    </Stage>
  );
}

function zoneWords(name: string, number: number): string {
  return `${name} ${number === 1 ? "once" : `${number} times`}`;
}

/** A drawing with its table one key away, in the same place: for pictures that are no charts. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface DrawingProps {
  /** Names the picture for a screen reader. */
  name: string;
  /** One sentence above the picture, and read out for it. */
  takeaway: string;
  /** The same content as a table. */
  table: ComponentChildren;
  children: ComponentChildren;
}

export function Drawing({ name, takeaway, table, children }: DrawingProps) {
  const [asTable, setAsTable] = useState(false);
  const turnOver = (): void => setAsTable(!asTable);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    turnOver();
  };
  return (
    <figure class="att-figure att-figure-full" aria-label={name}>
      <figcaption>
        <span class="att-drawing-name">{name}</span>
        <span class="att-takeaway">{takeaway}</span>
      </figcaption>
      <div
        class="att-drawing"
        tabIndex={0}
        role="group"
        aria-label={`${name}, ${asTable ? "table" : "picture"}. Press T to change.`}
        onKeyDown={onKeyDown}
      >
        {asTable ? table : <div role="img" aria-label={`${name}. ${takeaway}`}>{children}</div>}
      </div>
      <div class="att-row">
        <button type="button" class="att-button att-quiet-button" onClick={turnOver}>
          {asTable ? "Show as picture" : "Show as table"} <kbd>T</kbd>
        </button>
      </div>
    </figure>
  );
}

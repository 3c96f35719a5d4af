/** A picture with its table one key away, in the same space. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { canDraw, type Chart, openChart } from "./chart";
import { type Handle, HandleOver, type Placed } from "./chart_handle";
import type { Picture } from "./picture";

export interface ChartViewProps {
  picture: Picture;
  /** The takeaway, one sentence, above the picture and read out for it. */
  takeaway: string;
  /** The same content as a table. */
  table: ComponentChildren;
  /** Names the picture for a screen reader. */
  name: string;
  /** "live" beside other things, "full" for a debrief, "plane" near square. */
  size?: "live" | "full" | "plane";
  /** A point of the picture that the learner moves, by pointer or arrow keys. */
  handle?: Handle;
  /** Something of the picture is still being worked out. */
  busy?: boolean;
  /** More buttons beside the one that turns picture into table. */
  children?: ComponentChildren;
}

export function ChartView({ picture, takeaway, table, name, size = "live", handle, busy = false, children }: ChartViewProps) {
  const [asTable, setAsTable] = useState(() => !canDraw());
  const turnOver = (): void => setAsTable(!asTable);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).focus(); // what had it may be gone with the picture
    turnOver();
  };
  return (
    <figure class={`att-figure att-figure-${size}`} aria-label={name} aria-busy={busy}>
      <figcaption class="att-takeaway">{takeaway}</figcaption>
      <div
        class="att-figure-body"
        tabIndex={0}
        role="group"
        aria-label={`${name}, ${asTable ? "table" : "picture"}. Press T to change.`}
        onKeyDown={onKeyDown}
      >
        {asTable ? table : <Canvas picture={picture} handle={handle} description={`${name}. ${takeaway}`} />}
      </div>
      <div class="att-row">
        <button type="button" class="att-button att-quiet-button" onClick={turnOver}>
          {asTable ? "Show as picture" : "Show as table"} <kbd>T</kbd>
        </button>
        {children}
      </div>
    </figure>
  );
}

interface CanvasProps {
  picture: Picture;
  description: string;
  handle: Handle | undefined;
}

function Canvas({ picture, description, handle }: CanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const over = useRef<Placed>(null);
  // Opened once the frame that has room for it is painted; what changes later is drawn at once.
  useEffect(() => {
    const opened = openChart(host.current!, picture, () => over.current?.follow());
    chart.current = opened;
    return () => opened.dispose();
  }, [picture.x.label, picture.y.label]);
  useLayoutEffect(() => chart.current?.show(picture), [picture]);
  return (
    <div class="att-picture">
      <div class="att-canvas" ref={host} role="img" aria-label={description} />
      {handle ? <HandleOver handle={handle} chart={chart} placed={over} /> : null}
    </div>
  );
}

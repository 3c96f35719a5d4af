/** A point on a picture that is moved by pointer, finger or arrow keys. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Chart } from "./chart";

export interface Handle {
  x: number;
  y: number;
  /** Lowest and highest value on each axis. */
  range: { x: [number, number]; y: [number, number] };
  /** What one arrow key moves; with Shift five times as much. */
  step: number;
  /** What it is, and where it stands, for a screen reader. */
  name: string;
  onMove(x: number, y: number): void;
}

/** What follows the chart each time it is painted. */
export interface Placed {
  follow(): void;
}

interface Held<T> {
  current: T;
}

interface HandleOverProps {
  handle: Handle;
  chart: Held<Chart | null>;
  placed: Held<Placed | null>;
}

const WAYS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

export function HandleOver({ handle, chart, placed }: HandleOverProps) {
  const plane = useRef<HTMLDivElement>(null);
  const knob = useRef<HTMLButtonElement>(null);
  const tapping = useRef(false);
  const current = useRef(handle);
  current.current = handle;
  const follow = (): void => {
    const at = chart.current?.place(current.current.x, current.current.y);
    if (at && knob.current) knob.current.style.translate = `${at.left}px ${at.top}px`;
  };
  useLayoutEffect(() => {
    placed.current = { follow };
    return () => void (placed.current = null);
  }, []);
  useLayoutEffect(follow, [handle.x, handle.y]);
  return (
    <div class="att-plane" ref={plane} {...pointing({ plane, knob, chart, current, tapping })}>
      <button
        type="button"
        class="att-handle"
        ref={knob}
        aria-label={handle.name}
        aria-roledescription="point to move with the arrow keys"
        onKeyDown={(event) => moveByKey(event, handle)}
      />
    </div>
  );
}

interface Pointed {
  plane: Held<HTMLDivElement | null>;
  knob: Held<HTMLButtonElement | null>;
  chart: Held<Chart | null>;
  current: Held<Handle>;
  /** A finger is down that may still be scrolling. */
  tapping: Held<boolean>;
}

/**
 * Pressing anywhere brings the point there, and it follows until it is let go. A finger that
 * does not start on the point may be scrolling the page: it only taps.
 */
function pointing({ plane, knob, chart, current, tapping }: Pointed) {
  const bring = (event: MouseEvent): void => {
    const { left, top } = plane.current!.getBoundingClientRect();
    const value = chart.current?.value(event.clientX - left, event.clientY - top);
    if (value) moveTo(current.current, value[0], value[1]);
  };
  return {
    onPointerDown(event: PointerEvent): void {
      tapping.current = event.pointerType === "touch" && event.target !== knob.current;
      if (event.button !== 0 || tapping.current) return;
      event.preventDefault(); // the point takes the focus, not the picture around it
      knob.current!.focus({ preventScroll: true });
      plane.current!.setPointerCapture(event.pointerId);
      bring(event);
    },
    onClick(event: MouseEvent): void {
      if (tapping.current) bring(event);
    },
    onPointerMove(event: PointerEvent): void {
      if (plane.current!.hasPointerCapture(event.pointerId)) bring(event);
    },
  };
}

function moveByKey(event: KeyboardEvent, handle: Handle): void {
  const way = WAYS[event.key];
  if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const size = handle.step * (event.shiftKey ? 5 : 1);
  moveTo(handle, handle.x + way[0] * size, handle.y + way[1] * size);
}

/** Within its range, on whole hundredths, so that what is said is what is. */
function moveTo({ range, onMove }: Handle, x: number, y: number): void {
  const kept = (value: number, [low, high]: [number, number]): number =>
    Math.round(100 * Math.min(Math.max(value, low), high)) / 100;
  onMove(kept(x, range.x), kept(y, range.y));
}

/** One stage of an exercise: a heading that takes the focus, and the actions at its foot. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useCard } from "./card";

interface StageProps {
  title: string;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ComponentChildren;
}

export function Stage({ title, onKeyDown, children }: StageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { settled, card } = useCard();
  const parts = Array.isArray(children) ? children : [children];
  const first = parts.findIndex(Boolean);
  const whole = useWhole(first < parts.length - 1);
  useLayoutEffect(() => {
    if (settled.current) arrive(heading.current!, card.current);
    settled.current = true;
  }, []);
  return (
    <div class="att-stage-body" aria-busy={!whole} {...(onKeyDown ? { onKeyDown } : {})}>
      <h3 class="att-heading" tabIndex={-1} ref={heading}>{title}</h3>
      {whole ? parts : parts.map((part, place) => (place > first ? null : part))}
    </div>
  );
}

/** Whether the stage's first frame has been painted: what is further down comes with the next. */
function useWhole(more: boolean): boolean {
  const [whole, setWhole] = useState(!more);
  useEffect(() => setWhole(true), []); // an effect runs once its frame has been painted
  return whole;
}

/** Move to a new stage: its heading is read out, and the card's head is in sight. */
function arrive(heading: HTMLElement, card: HTMLElement | null): void {
  heading.focus({ preventScroll: true });
  if (card && card.getBoundingClientRect().top < 0) card.scrollIntoView?.({ block: "start" });
}

/** Primary action bottom right, the skip beside it. */
export function Actions({ children, skippable = true }: { children?: ComponentChildren; skippable?: boolean }) {
  const { skip } = useCard();
  return (
    <div class="att-actions">
      {skippable ? (
        <button type="button" class="att-button att-skip" onClick={skip}>
          Skip this: it costs nothing
        </button>
      ) : null}
      {children}
    </div>
  );
}

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
  useLayoutEffect(() => {
    if (settled.current) arrive(heading.current!, card.current);
    settled.current = true;
  }, []);
  return (
    <div class="att-stage-body" {...(onKeyDown ? { onKeyDown } : {})}>
      <h3 class="att-heading" tabIndex={-1} ref={heading}>{title}</h3>
      {usePartByPart(children)}
    </div>
  );
}

/** The first part at once, each other one a frame later: a long stage answers its key in a frame. */
function usePartByPart(children: ComponentChildren): ComponentChildren[] {
  const parts = Array.isArray(children) ? children : [children];
  const [shown, setShown] = useState(1);
  const more = shown < parts.length;
  useEffect(() => {
    if (more) setShown(shown + 1); // an effect runs once its frame has been painted
  }, [shown, more]);
  return parts.map((part, place) => (place < shown ? part : null)); // a hole keeps its neighbours' places
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

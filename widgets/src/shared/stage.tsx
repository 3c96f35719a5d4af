/** One stage of an exercise: a heading that takes the focus, and the actions at its foot. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useCard } from "./card";
import { useInTurn } from "./in_turn";

interface StageProps {
  title: string;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ComponentChildren;
}

export function Stage({ title, onKeyDown, children }: StageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { settled, card } = useCard();
  const { shown, whole } = useInTurn(children);
  useLayoutEffect(() => {
    if (settled.current) arrive(heading.current!, card.current);
    settled.current = true;
  }, []);
  return (
    <div class="att-stage-body" aria-busy={!whole} {...(onKeyDown ? { onKeyDown } : {})}>
      <h3 class="att-heading" tabIndex={-1} ref={heading}>{title}</h3>
      {shown}
    </div>
  );
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

/**
 * Dragging a card over zones, with mouse, pen or finger. A shortcut, never the only way.
 *
 * A finger drags by the card's grip alone, so that a swipe elsewhere still scrolls the page.
 */

/** Pixels before a press counts as a drag and no longer as a click. */
const SLACK = 6;
/** A wide card shrinks about the pointer while it is dragged, so that zones stay in sight. */
const DRAGGED_WIDTH = 300;
const SMALLEST = 0.5;
const CARD = "[data-card]";
const ZONE = "[data-zone]";
const GRIP = "[data-grip]";

/** Let the cards inside an element be dragged into its zones; the answer stops that. */
export function watchDragging(root: HTMLElement, drop: (card: string, zone: string) => void): () => void {
  let drag: Drag | null = null;
  const stop = (): void => {
    drag?.putBack();
    drag = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") stop();
  };
  const pointer: Record<string, (event: PointerEvent) => void> = {
    pointerdown(event) {
      const card = (event.target as Element).closest<HTMLElement>(CARD);
      if (card && mayDrag(event)) drag = new Drag(root, card, event);
    },
    pointermove: (event) => drag?.follow(event),
    pointerup(event) {
      const [card, zone] = [drag?.card.dataset.card, drag?.end(event)];
      drag = null;
      if (card && zone) drop(card, zone);
    },
    pointercancel: stop,
  };
  const events = Object.entries(pointer) as [string, EventListener][];
  for (const [name, hear] of events) root.addEventListener(name, hear);
  root.ownerDocument.addEventListener("keydown", onKeyDown);
  return () => {
    stop();
    for (const [name, hear] of events) root.removeEventListener(name, hear);
    root.ownerDocument.removeEventListener("keydown", onKeyDown);
  };
}

function mayDrag({ pointerType, button, isPrimary, target }: PointerEvent): boolean {
  if (!isPrimary || button !== 0) return false;
  return pointerType !== "touch" || (target as Element).closest(GRIP) !== null;
}

class Drag {
  #moving = false;
  #scale = 1;
  #over: HTMLElement | null = null;
  readonly #start: { x: number; y: number };

  constructor(
    readonly root: HTMLElement,
    readonly card: HTMLElement,
    { clientX: x, clientY: y }: PointerEvent,
  ) {
    this.#start = { x, y };
  }

  follow(event: PointerEvent): void {
    const [dx, dy] = [event.clientX - this.#start.x, event.clientY - this.#start.y];
    if (!this.#moving && Math.hypot(dx, dy) < SLACK) return;
    if (!this.#moving) this.#take(event.pointerId);
    this.card.style.transform = `translate(${dx}px, ${dy}px) scale(${this.#scale})`;
    this.#mark(this.#zoneAt(event.clientX, event.clientY));
  }

  /** The zone under the card when it is let go, if it was dragged to one. */
  end(event: PointerEvent): string | undefined {
    if (!this.#moving) return undefined;
    const zone = this.#zoneAt(event.clientX, event.clientY);
    this.putBack();
    swallowClick(this.root);
    return zone?.dataset.zone;
  }

  putBack(): void {
    this.#moving = false;
    this.#mark(null);
    this.card.classList.remove("att-dragged");
    this.card.style.transform = "";
  }

  #take(pointer: number): void {
    const { left, top, width } = this.card.getBoundingClientRect();
    this.#moving = true;
    this.#scale = Math.min(1, Math.max(DRAGGED_WIDTH / width, SMALLEST));
    this.card.classList.add("att-dragged");
    this.card.style.transformOrigin = `${this.#start.x - left}px ${this.#start.y - top}px`;
    this.card.setPointerCapture(pointer);
  }

  #mark(zone: HTMLElement | null): void {
    if (zone === this.#over) return;
    this.#over?.classList.remove("att-zone-over");
    zone?.classList.add("att-zone-over");
    this.#over = zone;
  }

  #zoneAt(x: number, y: number): HTMLElement | null {
    const under = (this.root.getRootNode() as Document | ShadowRoot).elementsFromPoint(x, y);
    const first = under.find((element) => !this.card.contains(element));
    const zone = first?.closest<HTMLElement>(ZONE) ?? null;
    return zone && this.root.contains(zone) ? zone : null;
  }
}

/** The click that a browser sends after a drag would take the card up again. */
function swallowClick(root: HTMLElement): void {
  const swallow = (event: Event): void => event.stopPropagation();
  root.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => root.removeEventListener("click", swallow, { capture: true }));
}

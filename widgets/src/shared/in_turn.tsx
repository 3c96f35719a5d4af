/** Parts that come one frame after the other, so that what was asked for is seen at once. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The first part at once, all others in the frame after it. */
export function InTurn({ children }: { children: ComponentChildren }) {
  const { shown } = useInTurn(children);
  return <>{shown}</>;
}

/** The parts that are to be seen, and whether those are all. */
export function useInTurn(children: ComponentChildren): { shown: ComponentChildren; whole: boolean } {
  const parts = Array.isArray(children) ? children : [children];
  const first = parts.findIndex(Boolean);
  const [whole, setWhole] = useState(first >= parts.length - 1);
  useEffect(() => setWhole(true), []); // an effect runs once its frame has been painted
  return { shown: whole ? parts : parts.map((part, place) => (place > first ? null : part)), whole };
}

/** The few marks of the picture and the timeline, and what they mean. */
import type { ComponentChildren } from "preact";
import type { State } from "./telling";

export type MarkKind = "cue" | "inside" | "outside" | "asked";

const SHAPES: Record<MarkKind, ComponentChildren> = {
  cue: <path class="att-mark-cue" d="M 0 -8 L 8 0 L 0 8 L -8 0 Z" />,
  inside: <rect class="att-mark-inside" x="-6" y="-6" width="12" height="12" />,
  outside: <rect class="att-mark-outside" x="-5.5" y="-5.5" width="11" height="11" />,
  asked: <circle class="att-mark-asked" r="5.5" />,
};

export function Mark({ kind }: { kind: MarkKind }) {
  return <svg class="att-mark" viewBox="-9 -9 18 18" aria-hidden="true">{SHAPES[kind]}</svg>;
}

/** The act's mark, if it has one. */
export function markOf(act: string | undefined, timing: string): MarkKind | null {
  if (act === "repair") return timing === "inside" ? "inside" : "outside";
  return act === "ask" ? "asked" : null;
}

export function MarkKey({ name }: { name: string }) {
  const states: [State, string][] = [
    ["in_step", "in step"],
    ["apart", "out of step"],
    ["waits", `${name} has noticed and waits: the window`],
    ["closed", `${name} waits no longer`],
  ];
  const marks: [MarkKind, string][] = [
    ["cue", "the cue"],
    ["inside", "your repair, inside the window"],
    ["outside", "your repair, at another time"],
    ["asked", "your question"],
  ];
  return (
    <ul class="att-drift-key">
      {states.map(([state, words]) => (
        <li key={state}><span class={`att-drift-swatch att-beat-${state}`} /> {words}</li>
      ))}
      {marks.map(([kind, words]) => (
        <li key={kind}><Mark kind={kind} /> {words}</li>
      ))}
    </ul>
  );
}

/** A chart of levels over turns, and how it becomes a picture. */
import type { Line, Mark, Picture } from "./picture";

export type Quantity = "arousal" | "trust" | "disclosure";

/** How a quantity is drawn; colour, dash and mark each tell it apart alone. */
export interface Style {
  label: string;
  dash: number[];
  mark: Mark;
}

export const STYLES: Record<Quantity, Style> = {
  arousal: { label: "Arousal", dash: [], mark: "circle" },
  trust: { label: "Trust", dash: [9, 4], mark: "square" },
  disclosure: { label: "Disclosure", dash: [2, 4], mark: "triangle" },
};

const LEVEL_TICKS = [0, 0.3, 0.5, 0.7, 1];

export interface Traces {
  /** Turns that the picture has room for. */
  turns: number;
  /** Levels in [0, 1]; index is the turn, 0 is before the first. */
  levels: Partial<Record<Quantity, number[]>>;
  /** Range in which arousal should stay. */
  band?: [number, number];
  /** The learner's guess of the last level of trust. */
  predicted?: number;
  /** Turns at which a rupture opened. */
  strains?: number[];
  /** Another course of trust, to lie beside the one that was. */
  other?: { label: string; trust: number[]; from: number };
}

/** Turns first, then a column a quantity, then the other course. */
export function columnsOf(traces: Traces): (number | null)[][] {
  const turns = Array.from({ length: traces.turns + 1 }, (_, turn) => turn);
  const other = traces.other;
  return [
    turns,
    ...quantitiesOf(traces).map((quantity) => {
      const levels = traces.levels[quantity]!;
      return turns.map((turn) => levels[turn] ?? null);
    }),
    ...(other ? [turns.map((turn) => (turn >= other.from ? (other.trust[turn] ?? null) : null))] : []),
  ];
}

export function quantitiesOf(traces: Traces): Quantity[] {
  return (Object.keys(STYLES) as Quantity[]).filter((quantity) => traces.levels[quantity]);
}

export function pictureOf(traces: Traces): Picture {
  const { band, predicted, strains, other, turns } = traces;
  const [x, ...columns] = columnsOf(traces) as [number[], ...(number | null)[][]];
  const lines = quantitiesOf(traces).map((ink, i) => ({ ...STYLES[ink], ink, x, y: columns[i]! }));
  const parted: Pick<Line, "ink" | "mark" | "dash" | "hollow"> = {
    ink: "trust", mark: STYLES.trust.mark, dash: [3, 6], hollow: true,
  };
  return {
    x: { label: "turn", range: [0, turns], ticks: x.filter((turn) => turn % 5 === 0) },
    y: { label: "level, arbitrary units", range: [0, 1], ticks: LEVEL_TICKS, words: levelWords },
    lines: [...lines, ...(other ? [{ ...parted, label: other.label, x, y: columns.at(-1)! }] : [])],
    bands: band ? [{ axis: "y", from: band[0], to: band[1], ink: "arousal", label: "band for arousal" }] : [],
    rules: (strains ?? []).map((at) => ({ axis: "x", at, ink: "caution", label: "strain", kind: "break" })),
    guesses: predicted === undefined ? [] : [{ x: turns, y: predicted, ink: "trust", label: "Predicted" }],
  };
}

function levelWords(level: number): string {
  return level % 1 ? level.toFixed(1) : String(level);
}

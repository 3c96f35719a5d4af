/** What a chart shows: plain data in the units of its axes, the same for picture and table. */

/** Colours of the look; a quantity keeps its own in every exercise. */
export type Ink = "ink" | "quiet" | "line" | "arousal" | "trust" | "disclosure" | "caution" | "good";
export type Mark = "circle" | "square" | "triangle" | "diamond" | "cross";
export type Pattern = "plain" | "slanted" | "dotted";

export interface Axis {
  /** With its units: "arbitrary units" where they are. */
  label: string;
  range: [number, number];
  ticks?: number[];
  /** A tick in words; plain figures otherwise. */
  words?(value: number): string;
}

/** Any run of points, in the order drawn; `null` leaves a gap. */
export interface Line {
  x: number[];
  y: (number | null)[];
  ink: Ink;
  /** Stands at the line's end. */
  label?: string;
  dash?: number[];
  width?: number;
  mark?: Mark;
  /** Open marks: a course that parts from another at its first point. */
  hollow?: boolean;
  /** An arrowhead along the way shows which way it runs. */
  arrow?: boolean;
}

export interface Points {
  x: number[];
  y: number[];
  ink: Ink;
  mark: Mark;
  hollow?: boolean;
  /** In pixels; 5 unless given. */
  size?: number;
  /** A word beside each. */
  names?: string[];
}

/** A range on one axis, across the whole of the other. */
export interface Band {
  axis: "x" | "y";
  from: number;
  to: number;
  ink: Ink;
  label?: string;
}

/** A range that follows a line: between `low` and `high` at each x. */
export interface Ribbon {
  x: number[];
  low: number[];
  high: number[];
  ink: Ink;
}

/** One value on one axis, across the whole of the other. */
export interface Rule {
  axis: "x" | "y";
  at: number;
  ink: Ink;
  label?: string;
  /** "guess": drawn before the result, dashed. "break": two strokes across it. */
  kind?: "plain" | "guess" | "break";
}

/** Bars from 0, each around its x. */
export interface Bars {
  x: number[];
  y: number[];
  /** In units of the x axis. */
  width: number;
  ink: Ink;
  pattern?: Pattern;
}

/** A single expected point, drawn before the result and kept beside it. */
export interface Guess {
  x: number;
  y: number;
  ink: Ink;
  label: string;
}

/** Short strokes that show a direction at many places; all of one length. */
export interface Arrows {
  x: number[];
  y: number[];
  dx: number[];
  dy: number[];
  ink: Ink;
}

export interface Region {
  ink: Ink;
  pattern: Pattern;
  label: string;
  /** Where its name stands. */
  at: [number, number];
}

/** The plane in cells, each belonging to one region. */
export interface Regions {
  x: [number, number];
  y: [number, number];
  columns: number;
  rows: number;
  /** Index into `of`, row by row from the lowest y; -1 for none. */
  owner: number[];
  of: Region[];
}

export interface Picture {
  x: Axis;
  y: Axis;
  /** One unit is as long on both axes. */
  equal?: boolean;
  lines?: Line[];
  points?: Points[];
  bands?: Band[];
  ribbons?: Ribbon[];
  rules?: Rule[];
  bars?: Bars[];
  guesses?: Guess[];
  arrows?: Arrows;
  regions?: Regions;
}

/** Words that stand right of the picture, where lines end and where the end is guessed. */
export function endLabels(picture: Picture): string[] {
  const lines = (picture.lines ?? []).flatMap(({ label }) => label ?? []);
  const [low, high] = picture.x.range;
  const last = (picture.guesses ?? []).filter(({ x }) => x > low + 0.9 * (high - low));
  return [...lines, ...last.map(({ label }) => label)];
}

/** What has to be laid out again when it changes; the rest is only painted again. */
export function layoutOf(picture: Picture): string {
  const { x, y, equal } = picture;
  return JSON.stringify([x.range, x.ticks, y.range, y.ticks, equal, endLabels(picture)]);
}

/** Round values inside a range, about `count` of them. */
export function niceTicks([low, high]: [number, number], count = 5): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= 0.7 * rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A number as it stands on an axis, with a true minus sign. */
export function figures(value: number): string {
  return String(Number(value.toPrecision(6))).replace("-", "\u2212");
}

/** Counts of values in `count` bins of equal width over a range; what lies outside is left out. */
export function histogram(values: number[], [low, high]: [number, number], count: number): Pick<Bars, "x" | "y" | "width"> {
  const width = (high - low) / count;
  const y = new Array<number>(count).fill(0);
  for (const value of values) {
    if (value < low || value > high) continue;
    const bin = Math.min(Math.floor((value - low) / width), count - 1);
    y[bin] = y[bin]! + 1;
  }
  return { x: y.map((_, bin) => low + (bin + 0.5) * width), y, width };
}

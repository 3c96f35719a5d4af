/** Published figures as clouds of invented pairs that go together exactly as much. */
import { pearson } from "../generated/correlation.js";
import { white_noise } from "../generated/series.js";
import type { Picture } from "../shared/picture";
import { correlation } from "./words";

/** Pairs in a cloud. */
export const CLOUD = 200;

export const FIGURES = [
  { id: "all", r: 0.03, text: "All studies: .03" },
  { id: "pitch", r: -0.2, text: "Voice pitch: \u2212.20" },
  { id: "physiology", r: 0.32, text: "Physiology: .32" },
];

const SEEDS: [number, number] = [2024, 2423]; // any two: the clouds are made to fit each figure

function standard(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / deviation);
}

/** Points whose correlation is r itself, not only on average. */
export function cloudOf(r: number): { x: number[]; y: number[] } {
  const x = standard(white_noise(SEEDS[0], CLOUD));
  const drawn = standard(white_noise(SEEDS[1], CLOUD));
  const shared = pearson(x, drawn);
  const alone = standard(drawn.map((value, i) => value - shared * x[i]!));
  return { x, y: alone.map((value, i) => r * x[i]! + Math.sqrt(1 - r * r) * value) };
}

export function cloudPicture(r: number): Picture {
  const { x, y } = cloudOf(r);
  return {
    x: { label: "less in step, more in step (arbitrary units)", range: [-3.3, 3.3], ticks: [-2, 0, 2] },
    y: { label: "how it went (arbitrary units)", range: [-3.3, 3.3], ticks: [-2, 0, 2] },
    lines: [{ x: [-3.3, 3.3], y: [-3.3 * r, 3.3 * r], ink: "trust", width: 2.5 }],
    points: [{ x, y, ink: "quiet", mark: "circle", size: 2.5 }],
  };
}

export function cloudWords(r: number): string {
  const share = Math.round(1000 * r * r) / 10;
  return `With r = ${correlation(r)}, knowing one tells ${share} per cent of how the other differs. The pairs are invented; the figure is not.`;
}

/** Counts of points in the four corners, for the table. */
export function summaryOf({ points }: Picture): (string | number)[][] {
  const { x, y } = points![0]!;
  const count = (right: boolean, up: boolean): number => x.filter((at, i) => at > 0 === right && y[i]! > 0 === up).length;
  return [
    ["better than average", count(false, true), count(true, true)],
    ["worse than average", count(false, false), count(true, false)],
  ];
}

/** The lab's pictures: two series, a hundred pairs, surrogates, lags. */
import { CRITICAL } from "../generated/correlation.js";
import { PAIRS, SAMPLES } from "../generated/recordings.js";
import { LEAST_EFFECT, RATE, stands_out, type Susy } from "../generated/synchrony.js";
import { type Axis, histogram, type Line, type Picture, type Points } from "../shared/picture";
import { correlation } from "./words";

/** Seconds of a recording that one picture shows. */
export const WINDOW = 40;

/** The least correlation of so many samples that the textbook test calls linked. */
export const CRITICAL_R = Math.tanh(CRITICAL / Math.sqrt(SAMPLES - 3));

/** A recording's first seconds; with a lag, the second series moved to where it would meet the first. */
export function seriesOf(pair: number[][], names: string[], lag = 0): Picture {
  const samples = WINDOW * RATE;
  const [one, other] = pair as [number[], number[]];
  const times = Array.from({ length: samples }, (_, i) => i / RATE);
  const line = (y: (number | null)[], label: string, look: Pick<Line, "ink" | "dash">): Line => ({
    x: times, y, label, width: 1.75, ...look,
  });
  return {
    x: { label: "time, seconds", range: [0, WINDOW] },
    y: { label: "movement, arbitrary units", range: [-4, 4], ticks: [-4, -2, 0, 2, 4] },
    lines: [
      line(times.map((_, i) => one[i]!), names[0]!, { ink: "ink", dash: [] }),
      line(times.map((_, i) => other[i + lag] ?? null), names[1]!, { ink: "trust", dash: [5, 2] }),
    ],
  };
}

/** Places in order of size, the largest first. */
export function ranked(values: number[]): number[] {
  return values.map((_, i) => i).sort((a, b) => values[b]! - values[a]!);
}

const RANKS: Axis = { label: "pairs, the strongest first", range: [0, PAIRS + 1], ticks: [1, 20, 40, 60, 80, PAIRS] };

/** A hundred pairs from the strongest correlation to the weakest, and where the test's line is. */
export function hundredOf(correlations: number[], predicted: number): Picture {
  const sizes = correlations.map(Math.abs);
  return {
    x: RANKS,
    y: { label: "size of the correlation", range: [0, 1.1 * Math.max(0.25, ...sizes)], words: correlation },
    rules: [
      { axis: "y", at: CRITICAL_R, ink: "ink", label: `above ${correlation(CRITICAL_R)}: \u201clinked\u201d` },
      { axis: "x", at: predicted + 0.5, ink: "trust", kind: "guess", label: `you predicted ${predicted}` },
    ],
    points: dotsOf(sizes, (size) => size > CRITICAL_R),
  };
}

/** The same hundred by effect size against shuffled segments. */
export function shuffledOf(effects: number[]): Picture {
  return {
    x: RANKS,
    y: { label: "effect size", range: [Math.min(-3, ...effects) - 0.2, Math.max(4, ...effects) + 0.4] },
    rules: [
      { axis: "y", at: 0, ink: "line" },
      { axis: "y", at: LEAST_EFFECT, ink: "ink", label: `above ${LEAST_EFFECT}: \u201clinked\u201d` },
    ],
    points: dotsOf(effects, stands_out),
  };
}

/** Full dots for those called linked, rings for the others, a diamond for the pair that was seen. */
function dotsOf(values: number[], linked: (value: number) => boolean): Points[] {
  const order = ranked(values);
  const dots = (wanted: (pair: number) => boolean, look: Omit<Points, "x" | "y">): Points => {
    const ranks = order.flatMap((pair, rank) => (wanted(pair) ? [rank] : []));
    return { x: ranks.map((rank) => rank + 1), y: ranks.map((rank) => values[order[rank]!]!), ...look };
  };
  return [
    dots((pair) => pair > 0 && linked(values[pair]!), { ink: "caution", mark: "circle", size: 3.5 }),
    dots((pair) => pair > 0 && !linked(values[pair]!), { ink: "quiet", mark: "circle", size: 3, hollow: true }),
    dots((pair) => pair === 0, { ink: "ink", mark: "diamond", size: 5.5 }),
  ];
}

const BIN = 0.01;

/** Surrogates' mean |Z| as bars, and the real pair's beside them. */
export function surrogatesOf({ means, real }: Susy): Picture {
  const top = Math.ceil(10 * Math.max(0.39, 1.1 * real, ...means)) / 10;
  const bars = histogram(means, [0, top], Math.round(top / BIN));
  return {
    x: { label: "how much alike, mean |Z|", range: [0, top] },
    y: { label: "surrogates", range: [0, 1.15 * Math.max(...bars.y)] },
    bars: [{ ...bars, ink: "quiet", pattern: "slanted" }],
    rules: [{ axis: "x", at: real, ink: "trust", label: "as recorded" }],
  };
}

/** How much alike two series are at each lag, from the first following to the second. */
export function lagsOf(profile: number[]): Picture {
  const most = (profile.length - 1) / 2;
  return {
    x: { label: "lag, seconds (above 0 the second follows)", range: [-most / RATE, most / RATE] },
    y: { label: "how alike, mean Z", range: [Math.min(-0.3, ...profile) - 0.05, Math.max(0.5, ...profile) + 0.15] },
    rules: [{ axis: "y", at: 0, ink: "line" }, { axis: "x", at: 0, ink: "line" }],
    lines: [{ x: profile.map((_, i) => (i - most) / RATE), y: profile, ink: "trust", width: 2.5 }],
  };
}

/** The share of alarms for each memory; the one that is looked at, and what the test promises. */
export function alarmsOf(memories: number[], counts: number[], at: number): Picture {
  return {
    x: { label: "memory: what of a sample is left in the next", range: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    y: { label: "alarms among 100 strangers", range: [0, 80], ticks: [0, 20, 40, 60, 80] },
    rules: [{ axis: "y", at: 5, ink: "ink", kind: "guess", label: "5, as promised" }],
    lines: [{ x: memories, y: counts, ink: "caution", mark: "circle" }],
    points: [{ x: [memories[at]!], y: [counts[at]!], ink: "ink", mark: "diamond", size: 6 }],
  };
}

/** The lab's pictures: two series, a hundred pairs, surrogates, lags. */
import { CRITICAL } from "../generated/correlation.js";
import { PAIRS, SAMPLES } from "../generated/recordings.js";
import { LEVEL, RATE, type Susy } from "../generated/synchrony.js";
import { histogram, type Line, type Picture, type Points } from "../shared/picture";
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

/** Places in order of size, the largest (or, with `up`, the smallest) first. */
export function ranked(values: number[], up = false): number[] {
  const order = values.map((_, i) => i);
  return order.sort((a, b) => (up ? values[a]! - values[b]! : values[b]! - values[a]!));
}

const RANKS = [1, 20, 40, 60, 80, PAIRS];

/** A hundred pairs from the strongest correlation to the weakest, and where the test's line is. */
export function hundredOf(correlations: number[], predicted: number): Picture {
  const sizes = correlations.map(Math.abs);
  const order = ranked(sizes);
  const places = order.map((pair, rank): Place => ({ rank: rank + 1, value: sizes[pair]!, pair }));
  return {
    x: { label: "pairs, the strongest first", range: [0, PAIRS + 1], ticks: RANKS },
    y: { label: "size of the correlation", range: [0, 1.1 * Math.max(0.25, ...sizes)], words: correlation },
    rules: [
      { axis: "y", at: CRITICAL_R, ink: "ink", label: `from ${correlation(CRITICAL_R)} on: \u201clinked\u201d` },
      { axis: "x", at: predicted + 0.5, ink: "trust", kind: "guess", label: `you predicted ${predicted}` },
    ],
    points: dotsOf(places, ({ value }) => value > CRITICAL_R),
  };
}

/** The same hundred by p against shuffled segments, the least first. */
export function shuffledOf(p: number[]): Picture {
  const places = ranked(p, true).map((pair, rank): Place => ({ rank: rank + 1, value: p[pair]!, pair }));
  return {
    x: { label: "pairs, the least likely first", range: [0, PAIRS + 1], ticks: RANKS },
    y: { label: "share of shuffles as much alike (p)", range: [0, 1.02], ticks: [0, 0.25, 0.5, 0.75, 1] },
    rules: [{ axis: "y", at: LEVEL, ink: "ink", label: `up to ${correlation(LEVEL)}: \u201clinked\u201d` }],
    points: dotsOf(places, ({ value }) => value <= LEVEL),
  };
}

interface Place {
  rank: number;
  value: number;
  pair: number;
}

/** Full dots for those the test calls linked, rings for the others, a diamond for the pair that was seen. */
function dotsOf(places: Place[], linked: (place: Place) => boolean): Points[] {
  const seen = places.filter(({ pair }) => pair === 0);
  const others = places.filter(({ pair }) => pair !== 0);
  const dots = (of: Place[], look: Omit<Points, "x" | "y">): Points => ({
    x: of.map(({ rank }) => rank), y: of.map(({ value }) => value), ...look,
  });
  return [
    dots(others.filter(linked), { ink: "caution", mark: "circle", size: 3.5 }),
    dots(others.filter((place) => !linked(place)), { ink: "quiet", mark: "circle", size: 3, hollow: true }),
    dots(seen, { ink: "ink", mark: "diamond", size: 5.5 }),
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
    points: [{ x: [memories[at]!], y: [counts[at]!], ink: "ink", mark: "diamond", size: 6, names: [String(counts[at])] }],
  };
}

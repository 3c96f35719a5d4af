/** Where every start ends, worked out a few at a time so that nothing waits for it. */
import { useEffect, useState } from "preact/hooks";
import { basins } from "../generated/endings.js";
import { STRONG } from "../generated/two_body.js";
import { canDraw } from "../shared/chart";
import type { Region, Regions } from "../shared/picture";
import { PLANE } from "./run";

const COLUMNS = 64;
const ROWS = 72;
/** Starts worked out at once, a part of a row: half a millisecond, which no key waits for. */
const PART = 16;

/** By place among the rests: the lowest, the one between, the highest. */
const ENDINGS = [0, 2, 4];
const OF: Region[] = [
  { ink: "disclosure", pattern: "slanted", label: "both end low", at: [-2.7, -5.6] },
  { ink: "caution", pattern: "plain", label: "end in between", at: [-1.9, 1.8] },
  { ink: "good", pattern: "dotted", label: "both end high", at: [2.4, -3.2] },
];

const found: number[] = [];

/** The regions of the plane with strong pulls; null until all of it is worked out. */
export function useBasins(): Regions | null {
  const [all, setAll] = useState(known());
  useEffect(() => (all ? undefined : workOut(() => setAll(true))), [all]);
  return all ? regions : null;
}

function known(): boolean {
  return found.length >= COLUMNS * ROWS;
}

/** Go on between whatever else there is to do; what is returned ends that. */
function workOut(done: () => void): () => void {
  let timer = 0;
  const next = (): void => {
    if (known()) return done();
    if (!canDraw()) return; // a table stands in, and needs none of it
    addPart();
    timer = window.setTimeout(next);
  };
  timer = window.setTimeout(next);
  return () => clearTimeout(timer);
}

function addPart(): void {
  const [column, row] = [found.length % COLUMNS, Math.floor(found.length / COLUMNS)];
  const across = between(PLANE.helper, COLUMNS);
  const up = between(PLANE.client, ROWS);
  const endings = basins(STRONG, [across(column), across(column + PART)], [up(row), up(row + 1)], PART, 1);
  found.push(...endings.map((ending) => ENDINGS.indexOf(ending)));
}

/** The places of the edges between so many equal parts. */
function between([low, high]: [number, number], parts: number): (edge: number) => number {
  return (edge) => low + ((high - low) * edge) / parts;
}

const regions: Regions = { x: PLANE.helper, y: PLANE.client, columns: COLUMNS, rows: ROWS, owner: found, of: OF };

/** Where every start ends, worked out a row at a time so that nothing waits for it. */
import { useEffect, useState } from "preact/hooks";
import { basins } from "../generated/endings.js";
import { STRONG } from "../generated/two_body.js";
import { canDraw } from "../shared/chart";
import type { Region, Regions } from "../shared/picture";
import { PLANE } from "./run";

const COLUMNS = 64;
const ROWS = 72;

/** By place among the rests: the lowest, the one between, the highest. */
const ENDINGS = [0, 2, 4];
const OF: Region[] = [
  { ink: "disclosure", pattern: "slanted", label: "both end low", at: [-2.7, -5.6] },
  { ink: "caution", pattern: "plain", label: "end in between", at: [-1.9, 1.8] },
  { ink: "good", pattern: "dotted", label: "both end high", at: [2.4, -3.2] },
];

const found: number[] = [];

/** The regions of the plane with strong pulls; null until all rows are worked out. */
export function useBasins(): Regions | null {
  const [rows, setRows] = useState(found.length / COLUMNS);
  useEffect(() => {
    if (rows >= ROWS || !canDraw()) return undefined;
    const timer = setTimeout(() => {
      addRow();
      setRows(found.length / COLUMNS);
    }, 0);
    return () => clearTimeout(timer);
  }, [rows]);
  return rows >= ROWS ? regions : null;
}

function addRow(): void {
  const row = found.length / COLUMNS;
  const [low, high] = PLANE.client;
  const at = (edge: number): number => low + ((high - low) * edge) / ROWS;
  const endings = basins(STRONG, PLANE.helper, [at(row), at(row + 1)], COLUMNS, 1);
  found.push(...endings.map((ending) => ENDINGS.indexOf(ending)));
}

const regions: Regions = { x: PLANE.helper, y: PLANE.client, columns: COLUMNS, rows: ROWS, owner: found, of: OF };

/** Two series on one chart, and the same as a table. */
import { useMemo } from "preact/hooks";
import { RATE } from "../generated/synchrony.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import { figures } from "../shared/picture";
import { seriesOf, WINDOW } from "./pictures";

interface PairViewProps {
  pair: number[][];
  name: string;
  takeaway: string;
  /** By how many samples the second is moved back. */
  lag?: number;
}

export function PairView({ pair, name, takeaway, lag = 0 }: PairViewProps) {
  const picture = useMemo(() => seriesOf(pair, lag), [pair, lag]);
  return (
    <ChartView picture={picture} takeaway={takeaway} name={name} table={<Table pair={pair} lag={lag} />} />
  );
}

/** Every other second: what the eye can follow in figures. */
function Table({ pair, lag }: { pair: number[][]; lag: number }) {
  const times = Array.from({ length: WINDOW / 2 + 1 }, (_, i) => 2 * i);
  const cell = (series: number[], at: number): string => {
    const value = series[at];
    return value === undefined ? "" : figures(Number(value.toFixed(1)));
  };
  return (
    <FiguresTable
      caption="Movement every other second, arbitrary units"
      head={["Seconds", "First", "Second"]}
      rows={times.map((time) => [time, cell(pair[0]!, time * RATE), cell(pair[1]!, time * RATE + lag)])}
    />
  );
}

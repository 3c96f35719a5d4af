/** Two series on one chart, and the same as a table. */
import { useMemo } from "preact/hooks";
import { RATE } from "../generated/synchrony.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import { figures } from "../shared/picture";
import { seriesOf, WINDOW } from "./pictures";

const NAMES = ["first", "second"];
/** The two strangers who are shown by name. */
export const STRANGERS = ["Adaeze", "Lauri"];

interface PairViewProps {
  pair: number[][];
  name: string;
  takeaway: string;
  /** Of the two series. */
  names?: string[];
  /** By how many samples the second is moved back. */
  lag?: number;
}

export function PairView({ pair, name, takeaway, names = NAMES, lag = 0 }: PairViewProps) {
  const picture = useMemo(() => seriesOf(pair, names, lag), [pair, names, lag]);
  return (
    <ChartView picture={picture} takeaway={takeaway} name={name} table={<Table {...{ pair, names, lag }} />} />
  );
}

/** Every other second: what the eye can follow in figures. */
function Table({ pair, names, lag }: { pair: number[][]; names: string[]; lag: number }) {
  const times = Array.from({ length: WINDOW / 2 + 1 }, (_, i) => 2 * i);
  const cell = (series: number[], at: number): string => {
    const value = series[at];
    return value === undefined ? "" : figures(Number(value.toFixed(1)));
  };
  return (
    <FiguresTable
      caption="Movement every other second, arbitrary units"
      head={["Seconds", ...names]}
      rows={times.map((time) => [time, cell(pair[0]!, time * RATE), cell(pair[1]!, time * RATE + lag)])}
    />
  );
}

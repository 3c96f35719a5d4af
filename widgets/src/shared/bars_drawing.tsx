/** Few figures beside each other: a bar each, with its name before and its figure after. */
import { Bars } from "./bars";
import { Drawing } from "./drawing";
import { FiguresTable } from "./figures_table";

interface BarsDrawingProps {
  name: string;
  takeaway: string;
  /** What the table says of its figures. */
  caption: string;
  head: [string, string];
  /** Name and figure; figures are above 0. */
  rows: [string, number][];
  /** Decimals beside a bar; the table gives two. */
  decimals: number;
}

export function BarsDrawing({ name, takeaway, caption, head, rows, decimals }: BarsDrawingProps) {
  const most = Math.max(...rows.map(([, figure]) => figure));
  return (
    <Drawing
      name={name}
      takeaway={takeaway}
      table={<FiguresTable {...{ caption, head }} rows={rows.map(([row, figure]) => [row, figure.toFixed(2)])} />}
    >
      <Bars bars={rows.map(([row, figure]) => ({ name: row, share: figure / most, figure: figure.toFixed(decimals) }))} />
    </Drawing>
  );
}

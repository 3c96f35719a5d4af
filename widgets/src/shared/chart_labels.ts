/** Names where the lines end. No legend: the eye need not travel. */
import { fontOf, haloed, type Pen } from "./chart_pen";
import { endLabels, type Ink, type Line, type Picture } from "./picture";
import { columnsOfSpans, spread } from "./spread";

const FONT = { size: 13, weight: 600 };
const OFFSET = 10;
const GAP = 17;
const ROOM = 7;

interface Label {
  text: string;
  ink: Ink;
  /** Device pixels of the point it names. */
  x: number;
  y: number;
  width: number;
}

/** Room on the right for the longest name, in CSS pixels. */
export function labelRoom(ctx: CanvasRenderingContext2D, picture: Picture, font: string): number {
  ctx.save();
  ctx.font = `${FONT.weight} ${FONT.size}px ${font}`;
  const widths = endLabels(picture).map((text) => ctx.measureText(text).width);
  ctx.restore();
  return widths.length > 0 ? Math.max(...widths) + OFFSET + 4 : 12;
}

export function drawLabels(pen: Pen, picture: Picture): void {
  const { ctx, ratio, box } = pen;
  ctx.font = fontOf(pen, FONT.size, FONT.weight);
  ctx.textBaseline = "middle";
  const labels = labelsOf(pen, picture);
  const column = columnsOfSpans(labels.map((label) => spanOf(pen, label)));
  for (const root of new Set(column)) {
    const members = labels.filter((_, i) => column[i] === root);
    const wanted = members.map(({ y }) => y);
    const places = spread(wanted, GAP * ratio, box.top + ROOM * ratio, box.bottom - ROOM * ratio);
    members.forEach((label, i) => drawLabel(pen, label, places[i]!));
  }
}

function drawLabel(pen: Pen, label: Label, y: number): void {
  const left = isLeft(pen, label);
  pen.ctx.textAlign = left ? "right" : "left";
  haloed(pen, label.text, label.x + (left ? -1 : 1) * OFFSET * pen.ratio, y, pen.palette[label.ink]);
}

/** A name that would run over the right edge stands left of its point. */
function isLeft({ ctx, ratio }: Pen, { x, width }: Label): boolean {
  return x + OFFSET * ratio + width > ctx.canvas.width;
}

function spanOf(pen: Pen, label: Label): { left: number; right: number } {
  const offset = OFFSET * pen.ratio;
  if (isLeft(pen, label)) return { left: label.x - offset - label.width, right: label.x };
  return { left: label.x, right: label.x + offset + label.width };
}

function labelsOf(pen: Pen, picture: Picture): Label[] {
  const measured = (text: string, ink: Ink, x: number, y: number): Label => ({
    text, ink, x: pen.x(x), y: pen.y(y), width: pen.ctx.measureText(text).width,
  });
  const lines = (picture.lines ?? []).flatMap((line) => {
    const end = endOf(line);
    return line.label && end ? [measured(line.label, line.ink, ...end)] : [];
  });
  const guesses = (picture.guesses ?? []).map(({ label, ink, x, y }) => measured(label, ink, x, y));
  return [...lines, ...guesses];
}

function endOf({ x, y }: Line): [number, number] | null {
  const last = y.findLastIndex((value) => value !== null);
  return last < 0 ? null : [x[last]!, y[last]!];
}

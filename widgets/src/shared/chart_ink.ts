/** What is drawn over the ground: lines, points, guesses, and then the words. */
import { drawCaptions } from "./chart_captions";
import { drawLabels } from "./chart_labels";
import { dashes, drawMark, inside, type Pen } from "./chart_pen";
import type { Line, Picture, Points } from "./picture";

const MARK_GAP = 13;

export function drawFigures(pen: Pen, picture: Picture): void {
  pen.ctx.save();
  for (const line of picture.lines ?? []) inside(pen, () => drawLine(pen, line));
  for (const line of picture.lines ?? []) drawMarks(pen, line);
  for (const points of picture.points ?? []) drawPoints(pen, points);
  for (const { x, y, ink } of picture.guesses ?? []) {
    drawMark(pen, "diamond", pen.x(x), pen.y(y), 5, pen.palette[ink], true);
  }
  drawCaptions(pen, picture);
  drawLabels(pen, picture);
  pen.ctx.restore();
}

function drawLine(pen: Pen, { x, y, ink, dash = [], width = 2, arrow }: Line): void {
  const { ctx, ratio } = pen;
  ctx.strokeStyle = pen.palette[ink];
  ctx.lineWidth = width * ratio;
  ctx.lineJoin = "round";
  dashes(pen, dash);
  ctx.beginPath();
  let broken = true;
  y.forEach((value, i) => {
    if (value !== null && broken) ctx.moveTo(pen.x(x[i]!), pen.y(value));
    else if (value !== null) ctx.lineTo(pen.x(x[i]!), pen.y(value));
    broken = value === null;
  });
  ctx.stroke();
  dashes(pen, []);
  if (arrow) drawHeads(pen, x, y as number[]);
}

/** Marks along a line, sparse enough to leave its dashes in sight; the last one larger. */
function drawMarks(pen: Pen, { x, y, ink, mark, hollow = false }: Line): void {
  if (!mark) return;
  const known = y.flatMap((value, i) => (value === null ? [] : [i]));
  const stride = strideOf(pen, x);
  known.forEach((i, place) => {
    const last = place === known.length - 1;
    if ((!last && i % stride !== 0) || (hollow && place === 0)) return;
    const size = hollow ? 3.5 : last ? 5 : 3;
    drawMark(pen, mark, pen.x(x[i]!), pen.y(y[i]!), size, pen.palette[ink], hollow);
  });
}

function strideOf(pen: Pen, x: number[]): number {
  const step = x.length > 1 ? Math.abs(pen.x(x[1]!) - pen.x(x[0]!)) : Infinity;
  return Math.max(1, Math.ceil((MARK_GAP * pen.ratio) / step));
}

function drawPoints(pen: Pen, { x, y, ink, mark, hollow = false, size = 5 }: Points): void {
  x.forEach((at, i) => drawMark(pen, mark, pen.x(at), pen.y(y[i]!), size, pen.palette[ink], hollow));
}

/** Arrowheads at an eighth and at a half of a line's length on the picture. */
function drawHeads(pen: Pen, x: number[], y: number[]): void {
  const places = x.map((at, i): [number, number] => [pen.x(at), pen.y(y[i]!)]);
  const lengths = [0];
  for (let i = 1; i < places.length; i += 1) {
    const [[x0, y0], [x1, y1]] = [places[i - 1]!, places[i]!];
    lengths.push(lengths[i - 1]! + Math.hypot(x1 - x0, y1 - y0));
  }
  for (const share of [0.125, 0.5]) {
    const at = lengths.findIndex((length) => length >= share * lengths.at(-1)!);
    if (at > 0 && lengths.at(-1)! > 30 * pen.ratio) drawHead(pen, places[at - 1]!, places[at]!);
  }
}

function drawHead({ ctx, ratio }: Pen, [x0, y0]: [number, number], [x1, y1]: [number, number]): void {
  const angle = Math.atan2(y1 - y0, x1 - x0);
  ctx.fillStyle = ctx.strokeStyle;
  ctx.beginPath();
  for (const [turn, size] of [[0, 7], [2.5, 7], [-2.5, 7]] as const) {
    ctx.lineTo(x1 + size * ratio * Math.cos(angle + turn), y1 + size * ratio * Math.sin(angle + turn));
  }
  ctx.closePath();
  ctx.fill();
}

/** What lies under the lines: regions, bands, ribbons, bars, rules and arrows. */
import { dashes, inside, line, type Pen } from "./chart_pen";
import type { Arrows, Band, Bars, Picture, Ribbon, Rule } from "./picture";
import { drawPattern, drawRegions } from "./chart_regions";

const ARROW = 9;

export function drawGround(pen: Pen, picture: Picture): void {
  inside(pen, () => {
    if (picture.regions) drawRegions(pen, picture.regions);
    for (const band of picture.bands ?? []) drawBand(pen, band);
    for (const ribbon of picture.ribbons ?? []) drawRibbon(pen, ribbon);
    for (const bars of picture.bars ?? []) drawBars(pen, bars);
    if (picture.arrows) drawArrows(pen, picture.arrows);
    for (const rule of picture.rules ?? []) drawRule(pen, rule);
  });
}

function drawBand(pen: Pen, { axis, from, to, ink }: Band): void {
  const { ctx, palette, ratio, box } = pen;
  const [low, high] = axis === "x" ? [pen.x(from), pen.x(to)] : [pen.y(from), pen.y(to)];
  ctx.fillStyle = palette[ink];
  ctx.globalAlpha = 0.1;
  if (axis === "x") ctx.fillRect(low, box.top, high - low, box.bottom - box.top);
  else ctx.fillRect(box.left, low, box.right - box.left, high - low);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette[ink];
  ctx.lineWidth = ratio;
  dashes(pen, [1, 3]);
  for (const edge of [low, high]) across(pen, axis, edge);
  dashes(pen, []);
}

function drawRibbon(pen: Pen, { x, low, high, ink }: Ribbon): void {
  const { ctx, palette } = pen;
  ctx.beginPath();
  x.forEach((at, i) => ctx.lineTo(pen.x(at), pen.y(high[i]!)));
  for (let i = x.length - 1; i >= 0; i -= 1) ctx.lineTo(pen.x(x[i]!), pen.y(low[i]!));
  ctx.closePath();
  ctx.fillStyle = palette[ink];
  ctx.globalAlpha = 0.14;
  ctx.fill();
  ctx.globalAlpha = 1;
}

function drawBars(pen: Pen, { x, y, width, ink, pattern = "plain" }: Bars): void {
  const { ctx, palette, ratio } = pen;
  const path = new Path2D();
  x.forEach((at, i) => {
    if (y[i] === 0) return;
    const left = pen.x(at - width / 2) + ratio;
    path.rect(left, pen.y(y[i]!), pen.x(at + width / 2) - ratio - left, pen.y(0) - pen.y(y[i]!));
  });
  drawPattern(pen, path, palette[ink], pattern, 0.28);
  ctx.strokeStyle = palette[ink];
  ctx.lineWidth = 1.5 * ratio;
  ctx.stroke(path);
}

/** A value on one axis. A break in the frame has two short strokes across its foot. */
function drawRule(pen: Pen, { axis, at, ink, kind = "plain" }: Rule): void {
  const { ctx, palette, ratio, box } = pen;
  const place = axis === "x" ? pen.x(at) : pen.y(at);
  ctx.strokeStyle = palette[ink];
  ctx.lineWidth = (kind === "guess" ? 2 : 1.5) * ratio;
  dashes(pen, kind === "plain" ? [] : kind === "guess" ? [2, 3] : [4, 3]);
  across(pen, axis, place);
  dashes(pen, []);
  if (kind !== "break") return;
  ctx.lineWidth = 2 * ratio;
  const y = box.bottom - 10 * ratio;
  for (const shift of [-2, 2]) {
    line(ctx, place + (shift - 4) * ratio, y + 4 * ratio, place + (shift + 4) * ratio, y - 4 * ratio);
  }
}

function across({ ctx, box }: Pen, axis: "x" | "y", place: number): void {
  if (axis === "x") line(ctx, place, box.top, place, box.bottom);
  else line(ctx, box.left, place, box.right, place);
}

function drawArrows(pen: Pen, { x, y, dx, dy, ink }: Arrows): void {
  const { ctx, palette, ratio } = pen;
  ctx.strokeStyle = palette[ink];
  ctx.lineWidth = ratio;
  ctx.beginPath();
  x.forEach((at, i) => {
    const right = pen.x(at + dx[i]!) - pen.x(at);
    const down = pen.y(y[i]! + dy[i]!) - pen.y(y[i]!);
    const size = Math.hypot(right, down);
    if (size > 0) traceArrow(pen, pen.x(at), pen.y(y[i]!), right / size, down / size);
  });
  ctx.stroke();
}

function traceArrow({ ctx, ratio }: Pen, x: number, y: number, right: number, down: number): void {
  const half = (ARROW * ratio) / 2;
  const [tipX, tipY] = [x + half * right, y + half * down];
  const barb = 0.45 * half;
  ctx.moveTo(x - half * right, y - half * down);
  ctx.lineTo(tipX, tipY);
  for (const side of [-1, 1]) {
    ctx.moveTo(tipX, tipY);
    ctx.lineTo(tipX - barb * (right + side * down), tipY - barb * (down - side * right));
  }
}

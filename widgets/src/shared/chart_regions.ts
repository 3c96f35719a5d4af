/** Regions of the plane: colour and pattern both say which is which. */
import type { Pen } from "./chart_pen";
import type { Pattern, Regions } from "./picture";

const SPACING = 9;

export function drawRegions(pen: Pen, regions: Regions): void {
  regions.of.forEach(({ ink, pattern }, index) => {
    drawPattern(pen, outline(pen, regions, index), pen.palette[ink], pattern, 0.12);
  });
}

/** The cells of one region as a path: neighbours in a row become one box, on whole pixels. */
function outline(pen: Pen, { x, y, columns, rows, owner }: Regions, index: number): Path2D {
  const path = new Path2D();
  const across = (column: number): number => Math.round(pen.x(x[0] + ((x[1] - x[0]) * column) / columns));
  const up = (row: number): number => Math.round(pen.y(y[0] + ((y[1] - y[0]) * row) / rows));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const from = column;
      while (column < columns && owner[row * columns + column] === index) column += 1;
      if (column > from) path.rect(across(from), up(row + 1), across(column) - across(from), up(row) - up(row + 1));
    }
  }
  return path;
}

export function drawPattern(pen: Pen, path: Path2D, colour: string, pattern: Pattern, strength: number): void {
  const { ctx, ratio, box } = pen;
  ctx.save();
  ctx.clip(path);
  ctx.fillStyle = colour;
  ctx.strokeStyle = colour;
  ctx.globalAlpha = strength;
  ctx.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  ctx.globalAlpha = Math.min(3 * strength, 1);
  ctx.lineWidth = ratio;
  if (pattern === "slanted") traceSlants(pen);
  if (pattern === "dotted") traceDots(pen);
  ctx.restore();
}

function traceSlants({ ctx, box, ratio }: Pen): void {
  const height = box.bottom - box.top;
  ctx.beginPath();
  for (let x = box.left - height; x < box.right; x += SPACING * ratio) {
    ctx.moveTo(x, box.bottom);
    ctx.lineTo(x + height, box.top);
  }
  ctx.stroke();
}

function traceDots({ ctx, box, ratio }: Pen): void {
  ctx.beginPath();
  for (let row = 0, y = box.top; y < box.bottom; row += 1, y += SPACING * ratio) {
    for (let x = box.left + ((row % 2) * SPACING * ratio) / 2; x < box.right; x += SPACING * ratio) {
      ctx.rect(x, y, 1.6 * ratio, 1.6 * ratio);
    }
  }
  ctx.fill();
}

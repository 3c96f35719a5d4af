/** What the chart is drawn with: places, colours, and the few shapes it knows. */
import type uPlot from "uplot";
import type { Mark } from "./picture";
import type { Palette } from "./theme";

export interface Pen {
  ctx: CanvasRenderingContext2D;
  /** Device pixels for each CSS pixel. */
  ratio: number;
  palette: Palette;
  /** The plotting area, in device pixels. */
  box: { left: number; top: number; right: number; bottom: number };
  /** From the axes' units to device pixels. */
  x(value: number): number;
  y(value: number): number;
}

export function penFor(plot: uPlot, palette: Palette): Pen {
  const ratio = plot.ctx.canvas.width / plot.width;
  const { left, top, width, height } = plot.bbox;
  return {
    ctx: plot.ctx,
    ratio,
    palette,
    box: { left, top, right: left + width, bottom: top + height },
    x: (value) => plot.valToPos(value, "x", true),
    y: (value) => plot.valToPos(value, "y", true),
  };
}

/** Draw what may not leave the plotting area, but for the width of a line along its edge. */
export function inside({ ctx, box, ratio }: Pen, draw: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.left, box.top - ratio, box.right - box.left + ratio, box.bottom - box.top + 2 * ratio);
  ctx.clip();
  draw();
  ctx.restore();
}

/** A halo in the paper's colour keeps a word legible across a line. */
export function haloed({ ctx, palette, ratio }: Pen, text: string, x: number, y: number, colour: string): void {
  ctx.lineJoin = "round";
  ctx.lineWidth = 4 * ratio;
  ctx.setLineDash([]);
  ctx.strokeStyle = palette.paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

const CORNERS: Record<"triangle" | "diamond", [number, number][]> = {
  triangle: [[0, -1.2], [1.1, 1], [-1.1, 1]],
  diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
};

/** Begin a mark's outline; the caller fills or strokes it. */
export function tracePath(ctx: CanvasRenderingContext2D, mark: Mark, x: number, y: number, size: number): void {
  ctx.beginPath();
  if (mark === "circle") ctx.arc(x, y, size, 0, 2 * Math.PI);
  else if (mark === "square") ctx.rect(x - size, y - size, 2 * size, 2 * size);
  else if (mark === "cross") traceCross(ctx, x, y, size);
  else {
    for (const [right, down] of CORNERS[mark]) ctx.lineTo(x + right * size, y + down * size);
    ctx.closePath();
  }
}

function traceCross(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  for (const way of [-1, 1]) {
    ctx.moveTo(x - size, y - way * size);
    ctx.lineTo(x + size, y + way * size);
  }
}

/** A whole mark: filled, or open with the paper inside. */
export function drawMark(pen: Pen, mark: Mark, x: number, y: number, size: number, colour: string, hollow: boolean): void {
  const { ctx, ratio, palette } = pen;
  tracePath(ctx, mark, x, y, size * ratio);
  ctx.fillStyle = hollow ? palette.paper : colour;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * ratio;
  if (mark !== "cross") ctx.fill();
  if (hollow || mark === "cross") ctx.stroke();
}

export function fontOf(pen: Pen, size: number, weight = 400): string {
  return `${weight} ${size * pen.ratio}px ${pen.palette.font}`;
}

export function line(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}

export function dashes(pen: Pen, dash: number[]): void {
  pen.ctx.setLineDash(dash.map((length) => length * pen.ratio));
}

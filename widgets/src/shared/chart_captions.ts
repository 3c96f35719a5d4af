/** Words that belong to the ground: what a band, a rule, a region or a point means. */
import { fontOf, haloed, type Pen } from "./chart_pen";
import type { Band, Picture, Points, Rule } from "./picture";

const INSET = 0.04;
const WORD_ROOM = 46;

/** Drawn last, so that no line crosses them out. */
export function drawCaptions(pen: Pen, picture: Picture): void {
  pen.ctx.font = fontOf(pen, 12);
  for (const band of picture.bands ?? []) captionBand(pen, band, picture);
  captionRules(pen, picture.rules ?? []);
  captionRegions(pen, picture);
  for (const points of picture.points ?? []) namePoints(pen, points);
}

function captionBand(pen: Pen, band: Band, picture: Picture): void {
  const { ctx, palette, box, ratio } = pen;
  if (!band.label) return;
  ctx.textBaseline = "middle";
  if (band.axis === "y") {
    ctx.textAlign = "right";
    haloed(pen, band.label, box.right - 6 * ratio, pen.y(clearest(band, picture)), palette[band.ink]);
    return;
  }
  ctx.textAlign = "center";
  haloed(pen, band.label, pen.x((band.from + band.to) / 2), box.top + 10 * ratio, palette[band.ink]);
}

/** Just inside or outside the band's edges: the level farthest from where the lines end. */
function clearest({ from, to }: Band, picture: Picture): number {
  const [low, high] = picture.y.range;
  const inset = INSET * (high - low);
  const ends = (picture.lines ?? []).map(({ y }) => y.findLast((value) => value !== null) ?? low);
  ends.push(...(picture.guesses ?? []).map(({ y }) => y));
  const room = (level: number): number => Math.min(...ends.map((end) => Math.abs(end - level)));
  const levels = [to - inset, from + inset, to + inset, from - inset];
  return levels.reduce((best, level) => (room(level) > room(best) + inset ? level : best));
}

function captionRules(pen: Pen, rules: Rule[]): void {
  const { ctx, palette, box, ratio } = pen;
  let taken = -Infinity;
  for (const { axis, at, label, ink } of rules) {
    if (!label) continue;
    ctx.textAlign = axis === "x" ? "left" : "right";
    ctx.textBaseline = axis === "x" ? "top" : "bottom";
    if (axis === "y") {
      haloed(pen, label, box.right - 6 * ratio, pen.y(at) - 3 * ratio, palette[ink]);
    } else if (pen.x(at) - taken > WORD_ROOM * ratio) {
      captionUpright(pen, label, pen.x(at), palette[ink]);
      taken = pen.x(at);
    }
  }
}

/** Right of an upright rule where there is room, else left of it. */
function captionUpright(pen: Pen, label: string, x: number, colour: string): void {
  const { ctx, box, ratio } = pen;
  const fits = x + 4 * ratio + ctx.measureText(label).width <= ctx.canvas.width;
  ctx.textAlign = fits ? "left" : "right";
  haloed(pen, label, x + (fits ? 4 : -4) * ratio, box.top, colour);
}

function captionRegions(pen: Pen, { regions }: Picture): void {
  pen.ctx.font = fontOf(pen, 12, 600);
  pen.ctx.textAlign = "center";
  pen.ctx.textBaseline = "middle";
  const { left, right } = pen.box;
  for (const { label, at, ink } of regions?.of ?? []) {
    const half = pen.ctx.measureText(label).width / 2 + 4 * pen.ratio;
    const x = Math.min(Math.max(pen.x(at[0]), left + half), right - half);
    haloed(pen, label, x, pen.y(at[1]), pen.palette[ink]);
  }
  pen.ctx.font = fontOf(pen, 12);
}

function namePoints(pen: Pen, { x, y, ink, names, size = 5 }: Points): void {
  const { ctx, palette, ratio, box } = pen;
  if (!names) return;
  ctx.textBaseline = "middle";
  names.forEach((name, i) => {
    const gap = (size + 5) * ratio;
    const fits = pen.x(x[i]!) + gap + ctx.measureText(name).width <= Math.max(box.right, ctx.canvas.width);
    ctx.textAlign = fits ? "left" : "right";
    haloed(pen, name, pen.x(x[i]!) + (fits ? gap : -gap), pen.y(y[i]!), palette[ink]);
  });
}

/** The chart's frame: axes, their ticks and words, and the room around them. */
import type uPlot from "uplot";
import { labelRoom } from "./chart_labels";
import { type Axis, figures, niceTicks, type Picture } from "./picture";
import type { Palette } from "./theme";

const LABEL = 18;
const FOOT = 26;
const TOP = 10;
const WIDEST = 0.45;

export interface Frame {
  picture(): Picture;
  palette(): Palette;
}

export function axesOf(frame: Frame): uPlot.Axis[] {
  const ink = axisInk(frame.palette);
  const { x, y } = frame.picture();
  return [
    { ...ink, label: x.label, size: FOOT, ...ticksOf(() => frame.picture().x) },
    { ...ink, label: y.label, size: () => sideOf(frame.picture().y), ...ticksOf(() => frame.picture().y) },
  ];
}

function ticksOf(axis: () => Axis): Pick<uPlot.Axis, "splits" | "values"> {
  return {
    splits: () => ticks(axis()),
    values: (_, splits) => splits.map((value) => wordsOf(axis(), value)),
  };
}

function ticks(axis: Axis): number[] {
  return axis.ticks ?? niceTicks(axis.range);
}

function wordsOf({ words }: Axis, value: number): string {
  return words ? words(value) : figures(value);
}

/** Room for the widest tick, in CSS pixels; a figure is about 7 wide. */
function sideOf(axis: Axis): number {
  return Math.max(...ticks(axis).map((value) => 7 * wordsOf(axis, value).length), 21) + 13;
}

/** Room above and right: for the names, and what is left over when both axes share a scale. */
export function paddingOf(frame: Frame): uPlot.Padding {
  const spare = (plot: uPlot): { right: number; top: number } => {
    const { picture, palette } = frame;
    const { x, y, equal } = picture();
    const room = Math.min(labelRoom(plot.ctx, picture(), palette().font), WIDEST * plot.width);
    const right = equal ? TOP : room;
    if (!equal) return { right, top: TOP };
    const width = plot.width - sideOf(y) - LABEL - right;
    const height = plot.height - FOOT - LABEL - TOP;
    const [across, up] = [x.range[1] - x.range[0], y.range[1] - y.range[0]];
    const unit = Math.min(width / across, height / up);
    return { right: right + width - unit * across, top: TOP + height - unit * up };
  };
  return [(plot) => spare(plot).top, (plot) => spare(plot).right, 0, 0];
}

function axisInk(palette: () => Palette): uPlot.Axis {
  const font = `12px ${palette().font}`;
  const line = { stroke: () => palette().line, width: 1 };
  return {
    stroke: () => palette().quiet,
    font,
    labelFont: font,
    labelSize: LABEL,
    grid: { show: false },
    border: { show: true, ...line },
    ticks: { show: true, size: 4, ...line },
  };
}

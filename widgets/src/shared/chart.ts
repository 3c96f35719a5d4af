/**
 * A chart of any picture. uPlot lays it out and draws its axes; what lies inside them is drawn
 * here, in one canvas that is painted again within the frame of a change.
 */
import uPlot from "uplot";
import { axesOf, type Frame, paddingOf } from "./chart_axes";
import { drawGround } from "./chart_ground";
import { drawFigures } from "./chart_ink";
import { penFor } from "./chart_pen";
import { layoutOf, type Picture } from "./picture";
import { paletteAt, watchTheme } from "./theme";

export interface Chart {
  show(picture: Picture): void;
  /** CSS pixels from the chart's left top corner. */
  place(x: number, y: number): { left: number; top: number };
  /** The reverse: values of both axes. */
  value(left: number, top: number): [number, number];
  dispose(): void;
}

let drawable = false;

/** Whether this browser can draw at all; where not, the table stands in. */
export function canDraw(): boolean {
  drawable ||= tryToDraw(); // a canvas takes milliseconds, and what could once be drawn can be again
  return drawable;
}

function tryToDraw(): boolean {
  try {
    return document.createElement("canvas").getContext("2d") !== null && "ResizeObserver" in globalThis;
  } catch {
    return false;
  }
}

/** `painted` is called after each painting, so that what lies over the chart can follow. */
export function openChart(host: HTMLElement, first: Picture, painted: () => void = () => undefined): Chart {
  let picture = first;
  let palette = paletteAt(host);
  const frame: Frame = { picture: () => picture, palette: () => palette };
  const plot = new uPlot(optionsFor(host, frame, painted), corners(first), host);
  const stopWatching = watchTheme(() => {
    palette = paletteAt(host);
    plot.redraw(false, true);
  });
  const resized = new ResizeObserver(() => fitTo(host, plot));
  resized.observe(host);
  return {
    ...placesOf(plot),
    show(next) {
      const moved = layoutOf(next) !== layoutOf(picture);
      picture = next;
      if (moved) plot.setData(corners(next), true);
      plot.redraw(false, moved);
    },
    dispose() {
      stopWatching();
      resized.disconnect();
      plot.destroy();
    },
  };
}

function placesOf(plot: uPlot): Pick<Chart, "place" | "value"> {
  const ratio = (): number => plot.ctx.canvas.width / plot.width;
  return {
    place: (x, y) => ({
      left: plot.valToPos(x, "x", true) / ratio(),
      top: plot.valToPos(y, "y", true) / ratio(),
    }),
    value: (left, top) => [
      plot.posToVal(left - plot.bbox.left / ratio(), "x"),
      plot.posToVal(top - plot.bbox.top / ratio(), "y"),
    ],
  };
}

/** The chart library wants data to lay out axes by; the axes' own ends serve. */
function corners({ x, y }: Picture): uPlot.AlignedData {
  return [[...x.range], [...y.range]];
}

function fitTo(host: HTMLElement, plot: uPlot): void {
  const [width, height] = [host.clientWidth, host.clientHeight];
  if (width === 0 || (width === plot.width && height === plot.height)) return;
  plot.setSize({ width, height });
}

function optionsFor(host: HTMLElement, frame: Frame, painted: () => void): uPlot.Options {
  const { picture, palette } = frame;
  return {
    width: Math.max(host.clientWidth, 200),
    height: Math.max(host.clientHeight, 120),
    padding: paddingOf(frame),
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: () => picture().x.range },
      y: { range: () => picture().y.range },
    },
    axes: axesOf(frame),
    series: [{}, { paths: () => null, points: { show: false } }],
    hooks: {
      drawAxes: [(plot) => drawGround(penFor(plot, palette()), picture())],
      draw: [
        (plot) => {
          drawFigures(penFor(plot, palette()), picture());
          painted();
        },
      ],
    },
  };
}

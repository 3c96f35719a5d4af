/** People and arrows: how many sentences run along each, of two kinds. */
import { ARROWS, type Arrow, type Figure, FIGURES, HEIGHT, NOT_SAID, type Point, WIDTH } from "./places";

export interface Along {
  /** Drawn full: a filled disc with its number. */
  full: number;
  /** Drawn open: an open diamond with its number. */
  open: number;
}

interface ArrowsProps {
  /** Zone -> what runs along it. */
  along: Record<string, Along>;
}

export function Arrows({ along }: ArrowsProps) {
  return (
    <svg class="att-arrows" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {FIGURES.map((figure) => (
        <FigureShape key={figure.name} {...figure} />
      ))}
      {ARROWS.map((arrow) => (
        <ArrowShape key={arrow.zone} arrow={arrow} along={along[arrow.zone]!} />
      ))}
      <NotSaid along={along[NOT_SAID.zone]!} />
    </svg>
  );
}

function FigureShape({ name, kind, x, y }: Figure) {
  return (
    <g class="att-figure-shape">
      {kind === "person" ? (
        <path d={`M ${x - 22} ${y + 24} a 22 22 0 0 1 44 0 Z M ${x - 12} ${y - 14} a 12 12 0 1 1 24 0 a 12 12 0 1 1 -24 0 Z`} />
      ) : (
        <path
          fill-rule="evenodd"
          d={`M ${x - 24} ${y - 34} h 48 v 58 h -48 Z ${windowsOf(x, y)}`}
        />
      )}
      <text x={x} y={y + 44} text-anchor="middle">{name}</text>
    </g>
  );
}

/** Holes in the building: two rows of windows and a door. */
function windowsOf(x: number, y: number): string {
  const panes = [-26, -12].flatMap((dy) => [-16, -4, 8].map((dx) => `M ${x + dx} ${y + dy} h 8 v 8 h -8 Z`));
  return `${panes.join(" ")} M ${x - 5} ${y + 8} h 10 v 16 h -10 Z`;
}

function ArrowShape({ arrow, along }: { arrow: Arrow; along: Along }) {
  const { path, tip, turn, tally } = arrow;
  return (
    <g class={`att-arrow ${kindOf(along)}`}>
      <path class="att-arrow-line" d={path} style={{ strokeWidth: widthOf(along) }} />
      <path
        class="att-arrow-head"
        d="M 0 0 L -14 -8 L -14 8 Z"
        transform={`translate(${tip.x} ${tip.y}) rotate(${turn})`}
      />
      <Tally at={tally} along={along} />
    </g>
  );
}

function NotSaid({ along }: { along: Along }) {
  const { x, y, width, height } = NOT_SAID;
  return (
    <g class={`att-arrow ${kindOf(along)}`}>
      <rect class="att-arrow-box" {...{ x, y, width, height }} rx="8" />
      <text x={x + width / 2} y={y + 21} text-anchor="middle">Not said</text>
      <Tally at={{ x: x + width / 2, y: y + 40 }} along={along} />
    </g>
  );
}

function Tally({ at, along }: { at: Point; along: Along }) {
  const both = along.full > 0 && along.open > 0;
  const shift = both ? 24 : 0;
  return (
    <>
      {along.full > 0 ? (
        <g class="att-tally-full" transform={`translate(${at.x - shift} ${at.y})`}>
          <circle cx="-9" cy="0" r="6" />
          <text x="3" y="5">{along.full}</text>
        </g>
      ) : null}
      {along.open > 0 ? (
        <g class="att-tally-open" transform={`translate(${at.x + shift} ${at.y})`}>
          <path d="M -9 -7.5 l 7.5 7.5 l -7.5 7.5 l -7.5 -7.5 Z" />
          <text x="3" y="5">{along.open}</text>
        </g>
      ) : null}
    </>
  );
}

function kindOf({ full, open }: Along): string {
  if (full > 0) return "att-arrow-full";
  return open > 0 ? "att-arrow-open" : "att-arrow-none";
}

function widthOf({ full, open }: Along): number {
  return full + open === 0 ? 1.5 : Math.min(2 + 0.6 * (full + open), 7);
}

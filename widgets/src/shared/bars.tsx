/** Shares or sizes beside each other: a name, a length, a figure. */

export interface Bar {
  name: string;
  /** Of the room there is, between 0 and 1. */
  share: number;
  figure: string;
  /** Said beforehand: drawn as an outline. */
  guess?: boolean;
}

export function Bars({ bars }: { bars: Bar[] }) {
  return (
    <div class="att-bars">
      {bars.map(({ name, share, figure, guess = false }) => (
        <div class="att-bar" key={name}>
          <span>{name}</span>
          <span class="att-bar-room">
            <span class={`att-bar-length ${guess ? "att-bar-guess" : ""}`} style={{ width: `${100 * share}%` }} />
          </span>
          <span class="att-bar-figure">{figure}</span>
        </div>
      ))}
    </div>
  );
}

/** Push labels apart until none overlaps its neighbour; order and nearness are kept. */
export function spread(places: number[], gap: number, lowest: number, highest: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
  const placed = [...places];
  let floor = lowest;
  for (const i of order) {
    placed[i] = Math.max(places[i]!, floor);
    floor = placed[i]! + gap;
  }
  let ceiling = highest;
  for (const i of [...order].reverse()) {
    placed[i] = Math.min(placed[i]!, ceiling);
    ceiling = placed[i]! - gap;
  }
  return placed;
}

export interface Span {
  left: number;
  right: number;
}

/** Sort spans into columns: those that stand over one another share a number. */
export function columnsOfSpans(spans: Span[]): number[] {
  const column = spans.map((_, i) => i);
  const root = (i: number): number => (column[i] === i ? i : root(column[i]!));
  spans.forEach((one, i) => {
    for (let j = 0; j < i; j += 1) {
      const other = spans[j]!;
      if (one.left < other.right && other.left < one.right) column[root(i)] = root(j);
    }
  });
  return column.map((_, i) => root(i));
}

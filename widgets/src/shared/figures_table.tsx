/** A table of figures: what a picture shows, in numbers. */

interface FiguresTableProps {
  caption: string;
  head: string[];
  /** The first cell of a row names it. */
  rows: (string | number)[][];
}

export function FiguresTable({ caption, head, rows }: FiguresTableProps) {
  return (
    <table class="att-table att-levels">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col" key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], row) => (
          <tr key={row}>
            <th scope="row">{name}</th>
            {cells.map((cell, i) => (
              <td key={i}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

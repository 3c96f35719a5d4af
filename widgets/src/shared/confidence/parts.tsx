/** The Brier score taken apart: what each part is, and what is looked for. */
import type { BrierParts } from "../../generated/scoring.js";
import { type Judged, partsOf } from "./scores";
import { scoreWords } from "./words";

const PARTS = [
  { part: "score", name: "Brier score", about: "mean squared distance between sure and right; 0 is best" },
  { part: "reliability", name: "Reliability", about: "how far each confidence lies from how often it was right; less is better" },
  { part: "resolution", name: "Resolution", about: "how far your confidence sorts right from not right; more is better, and it is taken off" },
  { part: "uncertainty", name: "Uncertainty", about: "how open it was whether you would be right; nothing you say changes it" },
] as const;

interface PartsProps {
  judged: Judged[];
  /** Answers of an earlier set, in a column of their own. */
  before?: Judged[] | undefined;
}

export function Parts({ judged, before }: PartsProps) {
  const columns = before ? [partsOf(before), partsOf(judged)] : [partsOf(judged)];
  return (
    <PartsTable
      columns={columns}
      heads={before ? ["First set", "Second set"] : ["Yours"]}
      note={`${judged.length} answers fall into few groups, so the parts are rough: read them for direction.`}
    />
  );
}

interface PartsTableProps {
  columns: BrierParts[];
  heads: string[];
  note: string;
}

export function PartsTable({ columns, heads, note }: PartsTableProps) {
  return (
    <section class="att-part" aria-label="The score in its parts">
      <table class="att-table att-parts">
        <caption>The score is reliability less resolution plus uncertainty</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            {heads.map((head) => (
              <th scope="col" key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PARTS.map(({ part, name, about }) => (
            <tr key={part}>
              <th scope="row">
                {name}
                <span class="att-part-about">{about}</span>
              </th>
              {columns.map((column, i) => (
                <td key={i}>{scoreWords(column[part])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="att-note">{note}</p>
    </section>
  );
}

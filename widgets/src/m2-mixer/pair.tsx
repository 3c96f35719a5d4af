/** The two mixes that were kept, side by side, and what is looked for in them. */
import { concern, distress, HIGH, LOW, pair_shows, SHARING } from "../generated/mixer.js";
import type { Lever, Mix } from "./content";
import { level } from "./words";

export function Wanted() {
  return (
    <p>
      Find two mixes with the same sharing, {level(SHARING)} or more in both, and opposite distress:
      {" "}{level(HIGH)} or more in one, {level(LOW)} or less in the other. Counted by sharing, both
      helpers are equally empathic.
    </p>
  );
}

interface PairTableProps {
  a: Mix | undefined;
  b: Mix | undefined;
  levers: Lever[];
}

export function PairTable({ a, b, levers }: PairTableProps) {
  const rows = [
    ...levers.map(({ id, name }) => ({ name, of: (mix: Mix) => mix[id] })),
    { name: "Distress", of: distress as (mix: Mix) => number },
    { name: "Concern", of: concern as (mix: Mix) => number },
  ];
  const cell = (mix: Mix | undefined, of: (mix: Mix) => number): string => (mix ? level(of(mix)) : "\u2013");
  return (
    <>
      <table class="att-table att-levels att-pair-table">
        <caption>The mixes you kept</caption>
        <thead>
          <tr>
            <th scope="col"><span class="att-unseen">Lever or result</span></th>
            <th scope="col">A</th>
            <th scope="col">B</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{cell(a, of)}</td>
              <td>{cell(b, of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="att-first-line" role="status">{a && b ? shownWords(a, b) : "Keep one mix as A and another as B."}</p>
    </>
  );
}

/** Whether the pair is what is looked for, or what it still lacks. */
export function shownWords(a: Mix, b: Mix): string {
  const { same, enough, opposite } = pair_shows(a, b) as Record<"same" | "enough" | "opposite", boolean>;
  const lacks = [
    ...(same ? [] : ["sharing differs"]),
    ...(enough ? [] : [`sharing lies under ${level(SHARING)} in one of them`]),
    ...(opposite ? [] : ["distress is not far enough apart"]),
  ];
  if (lacks.length === 0) return "These two share alike, and their distress is opposite.";
  return `Not yet: ${lacks.join(", and ")}.`;
}

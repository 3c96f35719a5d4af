/** What an exercise looks for, as plain facts beside what was reached. */

export interface Criterion {
  name: string;
  reached: string;
  wanted: string;
  met: boolean;
}

interface CriteriaTableProps {
  caption: string;
  criteria: Criterion[];
}

export function CriteriaTable({ caption, criteria }: CriteriaTableProps) {
  return (
    <table class="att-table att-criteria">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col">Yours</th>
          <th scope="col">Looked for</th>
          <th scope="col"><span class="att-unseen">Met</span></th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ name, reached, wanted, met }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{reached}</td>
            <td>{wanted}</td>
            <td class={met ? "att-met" : "att-unmet"}>{met ? "met" : "not met"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The exercise's criteria as plain facts, for this person and for all three. */
import { PEOPLE_WANTED, type Summary } from "../generated/conversation.js";
import type { RecordPort } from "../shared/contract";
import type { Scenario } from "./content";
import { readNotes } from "./keeping";
import { criteriaOf } from "./outcome";

interface CriteriaProps {
  summary: Summary;
  name: string;
  scenarios: Scenario[];
  record: RecordPort;
}

export function Criteria({ summary, name, scenarios, record }: CriteriaProps) {
  const { met } = readNotes(record);
  const known = scenarios.filter((scenario) => met.includes(scenario.id)).length;
  return (
    <section class="att-part" aria-label="The criteria">
      <table class="att-table att-facts">
        <caption>What this exercise looks for, with {name}</caption>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">Yours</th>
            <th scope="col">Looked for</th>
            <th scope="col"><span class="att-unseen">Met</span></th>
          </tr>
        </thead>
        <tbody>
          {criteriaOf(summary).map((criterion) => (
            <tr key={criterion.name}>
              <th scope="row">{criterion.name}</th>
              <td>{criterion.reached}</td>
              <td>{criterion.wanted}</td>
              <td class={criterion.met ? "att-met" : "att-unmet"}>{criterion.met ? "met" : "not met"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        So far all three are met with {known} of {scenarios.length} people. The exercise asks for{" "}
        {PEOPLE_WANTED}, because no one way of responding suits everybody.
      </p>
    </section>
  );
}

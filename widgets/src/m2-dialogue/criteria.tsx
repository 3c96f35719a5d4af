/** The exercise's criteria as plain facts, for this person and for all three. */
import { PEOPLE_WANTED, type Summary } from "../generated/conversation.js";
import type { RecordPort } from "../shared/contract";
import { CriteriaTable } from "../shared/criteria_table";
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
      <CriteriaTable caption={`What this exercise looks for, with ${name}`} criteria={criteriaOf(summary)} />
      <p>
        So far all three are met with {known} of {scenarios.length} people. The exercise asks for{" "}
        {PEOPLE_WANTED}, because no one way of responding suits everybody.
      </p>
    </section>
  );
}

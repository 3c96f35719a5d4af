/** Who shows what whatever they feel, and what somebody who does not know it would have read. */
import { unknowing } from "../generated/cue_readers.js";
import { STATES } from "../generated/cue_tables.js";
import type { CueContent, Person } from "./content";
import type { Met } from "./run";
import { stateName } from "./words";

const CLEAR = 3; // points, below which nothing is worth saying

export function WaysMet({ met, content }: { met: Met[]; content: CueContent }) {
  const people = content.people.filter(({ id }) => met.some(({ person }) => person === id));
  return (
    <section class="att-part" aria-label="Ways of showing">
      <h4 class="att-subheading">Ways of showing</h4>
      <p>
        None of these is a fault, and none costs anybody anything here. Where somebody looks,
        and silence, are not even cues. In most meetings several readings were fair.
      </p>
      <dl class="att-terms">
        {people.map((person) => (
          <div key={person.id}>
            <dt>{person.name}</dt>
            <dd>{person.otherwise} {gainWords(person, met, content)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What a reader of the same cues, who knows the place and not the person, reads in on average. */
export function gainWords(person: Person, met: Met[], content: CueContent): string {
  const mine = met.filter((one) => one.person === person.id).map((one) => unknowing(one, person.ways));
  const gains = STATES.map((_, i) => (100 * mine.reduce((sum, gain) => sum + gain[i]!, 0)) / mine.length);
  const most = Math.max(...gains);
  if (most < CLEAR) return "";
  const state = stateName(content, STATES[gains.indexOf(most)]!).toLowerCase();
  return `Over your three meetings, somebody who did not know ${person.name} would have given "${state}" ${Math.round(most)} points too much.`;
}

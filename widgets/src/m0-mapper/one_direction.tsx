/** "Had you read them all the same way": one direction for every sentence. */
import { useState } from "preact/hooks";
import { read_all_as } from "../generated/directions.js";
import { cardsIn } from "../shared/sorting/sorting";
import { useId } from "../shared/use_id";
import type { MapperContent } from "./content";
import { fittingOf, type Round } from "./round";

export function OneDirection({ content, round }: { content: MapperContent; round: Round }) {
  const used = (zone: string): number => cardsIn(round.sorting, zone).length;
  const ids = content.zones.map(({ id }) => id);
  const [zone, setZone] = useState(() => ids.reduce((best, id) => (used(id) > used(best) ? id : best)));
  const id = useId();
  const all = content.directions.length;
  const best = Math.max(...ids.map((one) => read_all_as(content.directions, one)));
  return (
    <section class="att-part" aria-label="Had you read them all the same way">
      <h4 class="att-subheading">Had you read them all the same way</h4>
      <span class="att-field">
        <label for={id}>Every sentence as</label>
        <select id={id} class="att-select" value={zone} onChange={(event) => setZone(event.currentTarget.value)}>
          {content.zones.map((one) => (
            <option key={one.id} value={one.id}>{one.name}</option>
          ))}
        </select>
      </span>
      <p role="status">
        {read_all_as(content.directions, zone)} of {all} would have been an accepted reading,
        beside {fittingOf(content, round)} of yours. The most that any one direction fits is {best}:
        the text cannot be read with a single arrow.
      </p>
    </section>
  );
}

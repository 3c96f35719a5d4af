/** The sentences that speak of the helper's own protection, and how well each stands. */
import type { MapperContent } from "./content";
import { protectingOf } from "./round";

interface ProtectionProps {
  content: MapperContent;
  predicted: number;
}

export function Protection({ content, predicted }: ProtectionProps) {
  const nameOf = (zone: string): string => content.zones.find(({ id }) => id === zone)!.name;
  const protecting = content.directions.filter(({ protects }) => protects);
  return (
    <section class="att-part" aria-label="Who is protected">
      <h4 class="att-subheading">Who is protected</h4>
      <p>
        {protectingOf(content)} of {content.directions.length} sentences say that something spares
        or sustains the helper; you had expected {predicted}. Look where the one that stands best
        has its arrow.
      </p>
      <table class="att-table att-protection">
        <caption>Sentences about the helper's own protection</caption>
        <thead>
          <tr>
            <th scope="col">Sentence</th>
            <th scope="col">Directions accepted</th>
            <th scope="col">How it stands</th>
          </tr>
        </thead>
        <tbody>
          {protecting.map(({ id, card, accepted, status_words }) => (
            <tr key={id}>
              <th scope="row">{card}</th>
              <td>{accepted.map(nameOf).join(", or ")}</td>
              <td><code>{id}</code> · <em>{status_words}</em></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Whichever way an arrow points, a workplace decides what there is room for: how many hard
        stories a day, whether there is supervision, and whether somebody has time to listen.
      </p>
    </section>
  );
}

/** Every pair of moods that stays as it is, and what pairs nearby do. */
import { rests, STRONG } from "../generated/two_body.js";
import { FiguresTable } from "../shared/figures_table";
import { KINDS, mood } from "./words";

export function RestsPart() {
  const rows = rests(STRONG).map(({ helper, client, kind }) => [mood(helper), mood(client), KINDS[kind]!]);
  return (
    <section class="att-part" aria-label="Where moods stay">
      <FiguresTable caption="Where moods stay as they are, strong pulls" head={["Helper", "Client", "Pairs nearby"]} rows={rows} />
      <p>
        Three of these five keep the pairs around them. Pairs swing towards the one in between,
        because there each turns the other the opposite way: the client's gloom lifts the helper,
        and the helper's lift takes the client out of the gloom. With equal return, two moods swing
        exactly where the product of both pulls and both slopes is below 0.
      </p>
    </section>
  );
}

/** The counterfactual: had the client been pulled more, or less. */
import { useMemo, useState } from "preact/hooks";
import { STRONG } from "../generated/two_body.js";
import { ChartView } from "../shared/chart_view";
import { Guess } from "../shared/guess";
import { timePaint } from "../shared/paint_timing";
import type { Moods } from "./content";
import { CourseTable } from "./course_table";
import { courseOf, overTime } from "./plane";
import { both, mood, restOf } from "./words";

/** A pair that ends low. */
const FROM: Moods = { helper: -2, client: -4 };

export function Counterfactual() {
  const [onClient, setOnClient] = useState(1);
  const pulls = useMemo(() => [STRONG[0]!, onClient], [onClient]);
  const was = useMemo(() => courseOf(FROM, STRONG), []);
  const would = useMemo(() => courseOf(FROM, pulls), [pulls]);
  const picture = useMemo(() => overTime(would, was), [would, was]);
  const move = (value: number): void => {
    timePaint();
    setOnClient(value);
  };
  return (
    <section class="att-part" aria-label="Had the client been pulled less">
      <h4 class="att-subheading">Had the client been pulled less</h4>
      <p>Helper and client start at {both(FROM)}. Dotted lines show them with a pull of 2 on the client.</p>
      <Guess
        label="Pull on the client"
        value={onClient}
        min={0}
        max={3}
        step={0.1}
        words={(value) => value.toFixed(1)}
        ends={["not moved by the helper", "strongly moved"]}
        onChange={move}
      />
      <ChartView
        size="full"
        picture={picture}
        takeaway={takeawayOf(pulls)}
        name="Both moods with another pull on the client"
        table={<CourseTable run={would} other={was} />}
      />
      <p class="att-note">
        This holds in this model. Nobody has measured such a pull in a helper and a client and then
        followed where they ended.
      </p>
    </section>
  );
}

function takeawayOf(pulls: number[]): string {
  const [was, would] = [restOf(FROM, STRONG)!, restOf(FROM, pulls)];
  const pull = `With a pull of ${pulls[1]!.toFixed(1)} on the client`;
  if (!would) return `${pull} they find no rest; with 2.0 they rest at ${both(was)}.`;
  return `${pull} they rest at ${mood(would.helper)} and ${mood(would.client)}; with 2.0 at ${both(was)}.`;
}

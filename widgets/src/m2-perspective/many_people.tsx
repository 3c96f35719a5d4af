/** One pair is one pair: the same two ways over many drawn people, with model readers. */
import { useMemo } from "preact/hooks";
import { compare_ways } from "../generated/readers.js";
import { BarsDrawing } from "../shared/bars_drawing";
import type { PerspectiveContent } from "./content";
import { personOf, type Run } from "./run";
import { points } from "./words";

/** As many as the course's own tests draw. */
const PEOPLE = 200;

export function ManyPeople({ content, run }: { content: PerspectiveContent; run: Run }) {
  const { portrait } = personOf(content, run.seed, "getting");
  const ways = useMemo(
    () => compare_ways(portrait.expected, content.topics, run.asked, PEOPLE),
    [portrait, content, run.asked],
  );
  const rows: [string, number][] = [
    ["Goes by the portrait alone", ways.portrait],
    ["Imagines a whole person, with care", ways.imagined],
    ["Asks your two questions", ways.asked],
    ["The same, where nothing was asked", ways.unasked],
  ];
  return (
    <section class="att-part" aria-label="Over many people">
      <h4 class="att-subheading">Over many people</h4>
      <p>
        Two people are two people. So {PEOPLE} were drawn from {portrait.name}'s portrait, each
        unlike the others, and readers who follow a rule guessed them all.
      </p>
      <BarsDrawing
        name="How far off readers are on average"
        takeaway={`Asking leaves ${points(ways.asked)}; the portrait alone ${points(ways.portrait)}; imagining harder, without asking, ${points(ways.imagined)}.`}
        caption={`Mean distance in points over ${PEOPLE} drawn people`}
        head={["A reader who", "Points off"]}
        rows={rows}
        decimals={1}
      />
      <p>
        Imagining adds a person, and not the person: the picture is fuller and no nearer. That it
        even leads away is built into these readers; what was published is that it did not help,
        and that asking did.
      </p>
    </section>
  );
}

/** How sure beside how near, for both ways. */
import { gap_told } from "../generated/perspective.js";
import type { PerspectiveContent } from "./content";
import { errorOf, gapOf, type Run, type Way } from "./run";
import { gapWords, points } from "./words";

const NAMES: Record<Way, string> = { taking: "Imagining", getting: "Asking two" };

export function Sureness({ content, run }: { content: PerspectiveContent; run: Run }) {
  const gap = gapOf(content, run, "taking");
  return (
    <section class="att-part" aria-label="How sure and how near">
      <h4 class="att-subheading">How sure, and how near</h4>
      <table class="att-table">
        <caption>Mean distance in points</caption>
        <thead>
          <tr>
            <th scope="col">Way</th>
            <th scope="col">You expected</th>
            <th scope="col">It was</th>
            <th scope="col">Gap</th>
          </tr>
        </thead>
        <tbody>
          {(["taking", "getting"] as Way[]).map((way) => (
            <tr key={way}>
              <th scope="row">{NAMES[way]}</th>
              <td>{run[way]!.expected.toFixed(1)}</td>
              <td>{errorOf(content, run, way).toFixed(1)}</td>
              <td>{gapWords(gapOf(content, run, way))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {gap_told(run.gap!, gap)
          ? `You read your gap while imagining as it was: ${gapWords(gap)}.`
          : `You read your gap while imagining as ${gapWords(run.gap!)}. It was ${points(errorOf(content, run, "taking"))} less ${points(run.taking!.expected)}: ${gapWords(gap)}.`}
        {" "}Further off than expected means surer than near; nearer means less sure than you had
        reason to be.
      </p>
    </section>
  );
}

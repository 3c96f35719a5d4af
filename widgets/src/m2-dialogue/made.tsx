/** How the model was made: its equations in words, and the Python that runs in the page. */
import { BAND, RUPTURE_TURNS, WORN } from "../generated/dialogue.js";
import { Source } from "../shared/evidence";

export function Made({ files }: { files: Record<string, string> }) {
  return (
    <section class="att-part" aria-label="How this model was made">
      <h4 class="att-subheading">How this model was made</h4>
      <p>
        Its equations were made for this course. None of its numbers was fitted to real clients.
        Every reply you can give is one of eleven acts, and each act has three numbers: what it
        does to arousal, what it does to trust, and how far it invites disclosure. Each person
        here changes a few of them.
      </p>
      <ul>
        <li>
          Disclosure grows with the invitation, more so with trust, most when arousal is near the
          middle. It never shrinks: what is told stays told.
        </li>
        <li>
          Arousal moves by the act's number and rises with what is disclosed, half as much at full
          trust. Each turn it drifts back towards 0.45, faster with trust, and a little chance is
          added.
        </li>
        <li>
          Trust grows towards 1 when an act fits the moment. Harm weighs half as much again as
          good. Open questions, questions for detail and complex reflections do less outside the
          band of {BAND[0]} to {BAND[1]}; grounding does less below it; repairing what is not
          broken costs a little trust.
        </li>
        <li>
          Saying the same kind of thing again within two turns leaves {100 * WORN}% of its good.
        </li>
        <li>
          Each loss of trust has an even chance of opening a rupture. A rupture costs trust for
          {" "}{RUPTURE_TURNS} turns, or until you repair it.
        </li>
      </ul>
      <p>This is its Python, which the build turned into the JavaScript that ran here:</p>
      <Source files={files} />
    </section>
  );
}

/** How the model was made: its rules in words, and the Python that runs in the page. */
import { BREAKS, RETURNS, share_in_step } from "../generated/drift.js";
import { EARLY, GAIN, NEEDLESS, REST, WAITING, WEARING } from "../generated/repair.js";
import { Source } from "../shared/evidence";
import type { Encounter } from "./content";
import { percent } from "./words";

export function Made({ encounter, files }: { encounter: Encounter; files: Record<string, string> }) {
  const { name, pair } = encounter;
  return (
    <section class="att-part" aria-label="How this model was made">
      <h4 class="att-subheading">How this model was made</h4>
      <p>
        A chain of two states, in step and out of it, with two chances at each beat. A chance of
        {" "}{BREAKS} of falling out and of {RETURNS} of finding back gives {percent(share_in_step(RETURNS, BREAKS))} in
        step, about what is reported of infants at the lower end. All else was invented for this
        course, and fitted to nobody.
      </p>
      <ul>
        <li>
          {name} falls out of step with a chance of {pair.breaks}, finds back with one of
          {" "}{pair.returns}, notices with one of {pair.notices}, and then waits for {pair.window} beats.
        </li>
        <li>A repair inside the window closes {percent(GAIN)} of the distance to full trust.</li>
        <li>
          A repair before the cue costs {percent(EARLY)} of trust, mending what is in step
          {" "}{percent(NEEDLESS)}, and each beat past the window {percent(WAITING)}.
        </li>
        <li>
          A question brings a mismatch into the open and costs nothing; another within {REST} beats
          costs {percent(WEARING)}.
        </li>
        <li>How soon inside a window you repair makes no difference, and nor does a window let pass to what is looked for.</li>
      </ul>
      <p>This is its Python, which the build turned into the JavaScript that ran here:</p>
      <Source files={files} />
    </section>
  );
}

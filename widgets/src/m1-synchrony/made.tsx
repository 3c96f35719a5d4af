/** How the lab was made, in words, and the Python that runs in the page. */
import { CRITICAL } from "../generated/correlation.js";
import { MEMORY } from "../generated/series.js";
import { LAG_SECONDS, LEAST_EFFECT, RATE, SECONDS, SEGMENT_SECONDS, SURROGATES } from "../generated/synchrony.js";
import { Source } from "../shared/evidence";
import { correlation } from "./words";

export function Made({ files }: { files: Record<string, string> }) {
  return (
    <section class="att-part" aria-label="How this model was made">
      <h4 class="att-subheading">How this model was made</h4>
      <p>
        SUSY, surrogate synchrony, was published by Tschacher and Meier in 2020. The recordings and
        their numbers are this course's; nothing was taken from real people.
      </p>
      <ul>
        <li>
          A series has 1,500 samples: {SECONDS} seconds at {RATE} a second. Each is
          {" "}{correlation(MEMORY)} of the one before and some news.
        </li>
        <li>
          The textbook test multiplies Fisher's Z of the correlation by the root of the number of
          samples less 3, and calls two series linked beyond {CRITICAL}.
        </li>
        <li>
          SUSY cuts both into segments of {SEGMENT_SECONDS} seconds, correlates them at every lag up
          to {LAG_SECONDS} seconds either way, and takes the mean size of all Z. It does the same for
          {" "}{SURROGATES} surrogates. The effect size is the difference in standard deviations of the
          surrogates. To take more than {LEAST_EFFECT} for linked is this lab's own rule, under which
          about five in a hundred of its strangers still are.
        </li>
        <li>
          In the pair that met, half the follower's movement comes from the other, a little later,
          and half is a life of its own. Both recordings were drawn until the textbook test called
          them linked.
        </li>
        <li>
          Long work runs in a worker beside the page, or in the page a few milliseconds at a time
          where a worker cannot be started. Either way nothing leaves this browser but your answers.
        </li>
      </ul>
      <p>This is its Python, which the build turned into the JavaScript that ran here:</p>
      <Source files={files} />
    </section>
  );
}

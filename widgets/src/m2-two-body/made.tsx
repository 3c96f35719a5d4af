/** How both models were made, in words, and the Python that runs in the page. */
import { Source } from "../shared/evidence";

export function Made({ files }: { files: Record<string, string> }) {
  return (
    <section class="att-part" aria-label="How these models were made">
      <h4 class="att-subheading">How these models were made</h4>
      <p>
        The form of the two moods' equations was published by Liebovitch and colleagues in 2011 and
        examined by Peluso and colleagues in 2012. The numbers, and where the lines bend, are this
        course's; nothing was fitted to people.
      </p>
      <ul>
        <li>The helper's mood changes by 0.3, less itself, plus the pull times what the client does.</li>
        <li>
          What the client does: half their pleasure is caught, up to 1; gloom down to −1 is answered
          with as much warmth, and with no more below that; past −2 it takes the helper down.
        </li>
        <li>The client's mood changes by −1, less itself, plus the pull times what the helper does.</li>
        <li>
          What the helper does: pleasure is caught, up to 1; displeasure half as strongly again, down
          to −1.5.
        </li>
        <li>
          The springs are two coupled oscillators, a form used for couples by the package rties. Each
          is drawn back by 4 times its distance and drawn by half the other's; how strongly change
          is damped, and answered, is yours to set.
        </li>
      </ul>
      <p>This is their Python, which the build turned into the JavaScript that ran here:</p>
      <Source files={files} />
    </section>
  );
}

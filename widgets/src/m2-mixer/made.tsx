/** How the model was made: its two equations in words, and the Python that runs in the page. */
import { Source } from "../shared/evidence";

export function Made({ files }: { files: Record<string, string> }) {
  return (
    <section class="att-part" aria-label="How this model was made">
      <h4 class="att-subheading">How this model was made</h4>
      <p>
        The parts come from Decety and Jackson's theory of 2004. That they multiply, and how, was
        invented for this course; no number was fitted to real people.
      </p>
      <ul>
        <li>What is shared is intensity times sharing.</li>
        <li>
          Distress is what is shared, less the part that is known to be the other's, less the part
          that is settled: shared × (1 − distinction) × (1 − regulation).
        </li>
        <li>
          Concern is what is shared and known to be the other's. Without regulation half of it
          reaches them, with full regulation all: shared × distinction × (0.5 + 0.5 × regulation).
        </li>
      </ul>
      <p>This is its Python, which the build turned into the JavaScript that ran here:</p>
      <Source files={files} />
    </section>
  );
}

/** The recording that was said to be of two who met, and the one that is. */
import { useMemo } from "preact/hooks";
import { draw_lab, SAMPLES } from "../generated/recordings.js";
import { type Finished, RECORDINGS } from "./run";
import { inSentence, lagWords, nameOf } from "./words";

export function PickedPart({ run }: { run: Finished }) {
  const { met, lag } = useMemo(() => draw_lab(run.seed, SAMPLES), [run.seed]);
  return (
    <section class="att-part" aria-label="The pair that met">
      <h4 class="att-subheading">The pair that met</h4>
      <p>{pickedWords(run, met, lag)}</p>
      <p class="att-note">
        Now and then strangers pass for a pair that met in this test too. One recording is never
        proof.
      </p>
    </section>
  );
}

export function pickedWords({ picked }: Finished, met: number, lag: number): string {
  const recording = RECORDINGS[met]!;
  const truth = `${nameOf(recording)} is of two who met: ${lagWords(lag)}.`;
  if (picked.recording !== recording) return `${truth} You chose ${inSentence(picked.recording)}.`;
  if (picked.lag === lag) return `${truth} You found both.`;
  return `${truth} You found the recording, and said that ${lagWords(picked.lag)}.`;
}

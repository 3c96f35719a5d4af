/** How the model was made: where its tables come from, and its Python. */
import { Source } from "../shared/evidence";

export function Made({ files }: { files: Record<string, string> }) {
  return (
    <section class="att-part" aria-label="How this model was made">
      <h4 class="att-subheading">How this model was made</h4>
      <p>
        Each feeling has a pattern of cues. For the face these are the action units that the field
        usually names, for the voice the directions of a review by Juslin and Laukka (2003), both
        from memory and not yet checked. The posture's bends are among those that Coulson varied
        (2004, checked in abstract), and glad and taken aback stand near each other there, because
        people confuse the two. How much each cue counts was invented for this course and fitted to
        nobody.
      </p>
      <p>
        A meeting's cues speak for each feeling in so far as they follow its pattern. The person and
        the place take off what shows anyway and add what the moment makes likely. Out of that come
        chances, never above 90%, and what the person reports is drawn from them. Disgust is left
        out. The score is Brier's, its parts are Murphy's (1973, from memory, not yet checked).
      </p>
      <p>
        Faces, postures and voices are drawn and synthesised from the same numbers. Nobody was
        photographed or recorded, and no machine that claims to recognise feelings had a part in it.
      </p>
      <p>This is the Python, which the build turned into the JavaScript that ran here:</p>
      <Source files={files} />
    </section>
  );
}

/** What a card says before anything happens: its honesty, its length, what it may stir. */
import type { Exercise } from "./contract";

export function Badge({ exercise }: { exercise: Exercise }) {
  return (
    <p class="att-badge">
      <strong>{exercise.badge}</strong> <span>{exercise.badge_words}</span>
    </p>
  );
}

export function Preamble({ exercise, scope }: { exercise: Exercise; scope: string }) {
  return (
    <div class="att-preamble">
      <p class="att-does">
        {exercise.does} <span class="att-minutes">About {exercise.minutes} minutes.</span>
      </p>
      <p class="att-note">{exercise.badge_note}</p>
      {exercise.content_note.level > 0 ? <ContentNoteLine text={exercise.content_note.text} /> : null}
      <p class="att-note">{scope}</p>
    </div>
  );
}

export function ContentNoteLine({ text }: { text: string }) {
  return (
    <p class="att-note att-content-note">
      <strong>Content note.</strong> {text}
    </p>
  );
}

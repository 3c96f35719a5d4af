/** A voice as it would be written down: higher is higher, thicker is louder, sharper is sharper. */
import { type Tune, tuneOf } from "./tune";

const WIDTH = 200;
const MIDDLE = 70;
const OCTAVE = 62;

export function VoicePicture({ cues }: { cues: Record<string, number> }) {
  const tune = tuneOf(cues);
  return (
    <svg class="att-cue-drawing" viewBox="0 0 200 140" aria-hidden="true">
      <line class="att-cue-usual" x1="4" x2="196" y1={MIDDLE} y2={MIDDLE} />
      {tune.syllables.map((syllable) => <Sound key={syllable.at} tune={tune} {...syllable} />)}
    </svg>
  );
}

function Sound({ tune, at, lasts, octaves }: { tune: Tune; at: number; lasts: number; octaves: number }) {
  const scale = (WIDTH - 8) / tune.seconds;
  const height = 4 + 22 * tune.loudness;
  return (
    <rect
      class="att-cue-sound"
      x={4 + scale * at}
      y={MIDDLE - OCTAVE * octaves - height / 2}
      width={scale * lasts}
      height={height}
      rx={(1 - tune.brightness) * Math.min(height, scale * lasts) * 0.5}
    />
  );
}

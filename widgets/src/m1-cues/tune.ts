/** How a voice moves, syllable by syllable: the same for the picture and for the sound. */

/** Where the pitch of each syllable lies, from -1 to 1, before it is spread. */
const MELODY = [0.2, 0.9, 0.1, -0.5, 0.6, -0.2, 0.4, -0.9, -0.4];
const SLOWEST = 4;
const FASTEST = 9;
/** Octaves from the deepest to the highest voice of one person. */
const OCTAVES = 1;
const SPREAD = 0.45;
const SECONDS = 2.4;

export interface Syllable {
  /** Seconds from the start, and how long it sounds. */
  at: number;
  lasts: number;
  /** Octaves above or below the person's usual pitch. */
  octaves: number;
}

export interface Tune {
  syllables: Syllable[];
  seconds: number;
  /** 0 to 1. */
  loudness: number;
  brightness: number;
}

export function tuneOf(cues: Record<string, number>): Tune {
  const count = Math.round(SLOWEST + (FASTEST - SLOWEST) * cues.rate!);
  const step = SECONDS / count;
  const syllables = MELODY.slice(0, count).map((melody, i) => ({
    at: i * step,
    lasts: 0.72 * step,
    octaves: OCTAVES * (cues.pitch! - 0.5) + SPREAD * cues.pitch_spread! * melody,
  }));
  return { syllables, seconds: SECONDS, loudness: cues.intensity!, brightness: cues.high_energy! };
}

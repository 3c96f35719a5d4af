/**
 * A voice without words, made of an oscillator and three resonances.
 *
 * It sounds only when it is asked to, ends by itself, and can be stopped at any time.
 */
import type { Tune } from "./tune";

/** Resonances of three open vowels, in hertz, one set a syllable in turn. */
const VOWELS = [
  [730, 1090, 2440],
  [530, 1840, 2480],
  [570, 840, 2410],
];
const SOFTEST = 0.05;
const LOUDEST = 0.3;
const DULLEST = 900; // hertz above which a muffled voice has nothing left
const BRIGHTEST = 6200;
const FADE = 0.03;

/** Begin to speak; the answer stops it. `ended` is called once, whatever ended it. */
export function speak(tune: Tune, pitch: number, ended: () => void): () => void {
  const context = new AudioContext();
  const out = context.createGain();
  out.gain.value = SOFTEST + (LOUDEST - SOFTEST) * tune.loudness;
  out.connect(context.destination);
  const start = context.currentTime + FADE;
  const voice = voiceInto(context, out, tune);
  tune.syllables.forEach((syllable, i) => {
    const from = start + syllable.at;
    voice.source.frequency.setValueAtTime(pitch * 2 ** syllable.octaves, from);
    VOWELS[i % VOWELS.length]!.forEach((hertz, f) => voice.resonances[f]!.frequency.setValueAtTime(hertz, from));
    sound(voice.breath.gain, from, syllable.lasts);
  });
  voice.source.start(start);
  let over = false;
  const stop = (): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    void context.close();
    ended();
  };
  // The clock of the page, for where a machine has no sound the context's own may stand still.
  const timer = setTimeout(stop, 1000 * (tune.seconds + 4 * FADE));
  return stop;
}

interface Voice {
  source: OscillatorNode;
  resonances: BiquadFilterNode[];
  breath: GainNode;
}

/** Source, breath, resonances side by side, then what takes off the sharp edge. */
function voiceInto(context: AudioContext, out: AudioNode, tune: Tune): Voice {
  const source = new OscillatorNode(context, { type: "sawtooth" });
  const breath = new GainNode(context, { gain: 0 });
  const edge = new BiquadFilterNode(context, {
    type: "lowpass",
    frequency: DULLEST * (BRIGHTEST / DULLEST) ** tune.brightness,
  });
  const resonances = VOWELS[0]!.map((frequency) => new BiquadFilterNode(context, { type: "bandpass", frequency, Q: 6 }));
  source.connect(breath);
  for (const resonance of resonances) breath.connect(resonance).connect(edge);
  edge.connect(out);
  return { source, resonances, breath };
}

/** One syllable swells and fades, so that nothing clicks. */
function sound(breath: AudioParam, from: number, lasts: number): void {
  breath.setValueAtTime(0, from);
  breath.linearRampToValueAtTime(1, from + FADE);
  breath.setValueAtTime(1, from + lasts - FADE);
  breath.linearRampToValueAtTime(0, from + lasts);
}

/** Levels, changes and shares in words: what a number in [0, 1] is called on screen. */

const TRUST_WORDS = ["hardly any trust", "wary", "some trust", "trusting", "deep trust"];
const SHARE_WORDS = ["hardly ever", "now and then", "about half the time", "most of the time", "nearly always"];

/** A level below which a change is too small to be seen on the chart. */
const STILL = 0.01;
const CLEAR = 0.04;

export function trustWords(trust: number): string {
  return fifth(TRUST_WORDS, trust);
}

export function shareWords(share: number): string {
  return fifth(SHARE_WORDS, share);
}

export function changeWords(change: number): string {
  const size = Math.abs(change);
  if (size < STILL) return "held";
  const direction = change > 0 ? "rose" : "fell";
  return size < CLEAR ? `${direction} a little` : direction;
}

export function signed(change: number): string {
  const text = Math.abs(change).toFixed(2);
  if (text === "0.00") return "0.00";
  return change < 0 ? `\u2212${text}` : `+${text}`;
}

/** A level beside its guess, as the end of a sentence: "; you had predicted 0.55". */
export function against(value: number, predicted: number): string {
  if (Math.abs(value - predicted) < 0.005) return ", as you had predicted";
  return `; you had predicted ${predicted.toFixed(2)}`;
}

function fifth(words: string[], value: number): string {
  return words[Math.min(Math.floor(value * words.length), words.length - 1)]!;
}

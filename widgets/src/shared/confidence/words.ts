/** Confidence and scores in words. */

/** From each confidence on, in percent: what it is called. */
const SURENESS: [number, string][] = [
  [100, "certain"],
  [90, "very sure"],
  [75, "fairly sure"],
  [51, "leaning this way"],
  [50, "as likely as not"],
];

export function surenessWords(percent: number): string {
  return SURENESS.find(([from]) => percent >= from)![1];
}

export function percentOf(confidence: number): string {
  return `${Math.round(100 * confidence)}%`;
}

/** What a Brier score says; 0.25 is what saying 50% each time comes to. */
export function brierWords(score: number): string {
  if (score <= 0.1) return "your confidence told right from not right well";
  if (score < 0.24) return "your confidence told you something";
  if (score <= 0.26) return "about what saying 50% each time comes to";
  return "saying 50% each time would have come closer";
}

export function scoreWords(score: number): string {
  return score.toFixed(2);
}

/** Mean confidence less the share right, as the end of "You were". */
export function gapWords(gap: number): string {
  const points = Math.round(100 * Math.abs(gap));
  if (points < 3) return "about as sure as you were right";
  return `${points} points ${gap > 0 ? "surer than you were right" : "less sure than you were right"}`;
}

/** A change of the score with a true sign: "+0.06" is better. */
export function signedScore(change: number): string {
  const text = Math.abs(change).toFixed(2);
  if (text === "0.00") return "0.00";
  return change < 0 ? `\u2212${text}` : `+${text}`;
}

/** Points, gaps and predictions in words. */

export const PREDICTIONS = [
  { value: "getting", text: "After asking two questions" },
  { value: "taking", text: "After imagining, with care" },
  { value: "same", text: "About the same either way" },
];

/** Points nearer than which two errors count as the same on screen. */
const SAME = 0.05;

export function points(value: number): string {
  return `${value.toFixed(1)} point${value.toFixed(1) === "1.0" ? "" : "s"}`;
}

/** A gap between error and expectation: above 0 is further off. */
export function gapWords(gap: number): string {
  if (Math.abs(gap) < SAME) return "as far off as expected";
  return `${points(Math.abs(gap))} ${gap > 0 ? "further off" : "nearer"} than expected`;
}

/** What the two errors say of the two ways, for this one pair of people. */
export function pairWords(taking: number, getting: number): string {
  if (Math.abs(taking - getting) < SAME) return "Both ways came equally near this time.";
  return getting < taking ? "Asking came nearer this time." : "Imagining came nearer this time.";
}

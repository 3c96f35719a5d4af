/** A set in a sentence or two. */
import { improvement, SET } from "../generated/evidence_sets.js";
import { countRight, gapOf, scoreOf, sureAndRight } from "../shared/confidence/scores";
import { brierWords, gapWords, scoreWords } from "../shared/confidence/words";
import { lastOf, type Run, type Sorted, scoresOf } from "./run";

const STILL = 0.005;

/** What a set came to; beside the first set where this is the second. */
export function takeawayOf(run: Run): string {
  const { given } = lastOf(run);
  const score = scoreOf(given);
  if (run.sorted.length === 1) {
    return `${sureAndRight(given)} Brier score ${scoreWords(score)}: ${brierWords(score)}.`;
  }
  const better = improvement(scoresOf(run));
  const change = Math.abs(better) < STILL ? "the same as" : `${scoreWords(Math.abs(better))} ${better > 0 ? "better" : "worse"} than`;
  return `Brier score ${scoreWords(score)}, ${change} in your first set. You were ${gapWords(gapOf(given))}.`;
}

export function expectedWords({ expected, given }: Sorted): string {
  const right = countRight(given);
  const fitted = `${right} of ${SET} labels fitted`;
  return expected === right ? `${fitted}, as you had expected.` : `${fitted}; you had expected ${expected}.`;
}

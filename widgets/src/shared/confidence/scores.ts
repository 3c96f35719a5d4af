/** Answers with a confidence each, and what the models make of them. */
import { best_even, even_score, overconfidence } from "../../generated/confidence.js";
import { brier_parts, brier_score, type BrierParts, calibration, type Step } from "../../generated/scoring.js";
import { percentOf } from "./words";

export interface Judged {
  /** 0.5 as likely as not, 1 certain. */
  confidence: number;
  right: boolean;
}

const confidencesOf = (judged: Judged[]): number[] => judged.map(({ confidence }) => confidence);
const rightsOf = (judged: Judged[]): boolean[] => judged.map(({ right }) => right);

export function scoreOf(judged: Judged[]): number {
  return brier_score(confidencesOf(judged), rightsOf(judged));
}

export function partsOf(judged: Judged[]): BrierParts {
  return brier_parts(confidencesOf(judged), rightsOf(judged));
}

/** For each confidence given, lowest first: how often, and the share that was right. */
export function stepsOf(judged: Judged[]): Step[] {
  return calibration(confidencesOf(judged), rightsOf(judged));
}

export function gapOf(judged: Judged[]): number {
  return overconfidence(confidencesOf(judged), rightsOf(judged));
}

export function countRight(judged: Judged[]): number {
  return judged.filter(({ right }) => right).length;
}

/** The score had each of these answers been given with one confidence. */
export function scoreHadYouSaid(judged: Judged[], confidence: number): number {
  return even_score(rightsOf(judged), confidence);
}

/** The one confidence that would have served best, and what it comes to. */
export function evenlySure(judged: Judged[]): { confidence: number; score: number } {
  const confidence = best_even(rightsOf(judged));
  return { confidence, score: scoreHadYouSaid(judged, confidence) };
}

/** "You were 75% sure on average and right 60% of the time." */
export function sureAndRight(judged: Judged[]): string {
  const share = countRight(judged) / judged.length;
  const mean = share + gapOf(judged);
  return `You were ${percentOf(mean)} sure on average and right ${percentOf(share)} of the time.`;
}

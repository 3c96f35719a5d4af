/** "Had you said 60% throughout": the same answers, one confidence for all. */
import { useState } from "preact/hooks";
import { evenlySure, type Judged, scoreHadYouSaid, scoreOf } from "./scores";
import { Sure } from "./sure";
import { percentOf, scoreWords } from "./words";

const FIRST = 60;

export function HadYouSaid({ judged }: { judged: Judged[] }) {
  const [percent, setPercent] = useState(FIRST);
  return (
    <section class="att-part" aria-label="Had you been equally sure">
      <h4 class="att-subheading">Had you been equally sure</h4>
      <p class="att-had" role="status">{hadYouSaid(judged, percent / 100)}</p>
      <Sure label="Said each time" percent={percent} step={5} held={false} onChange={setPercent} />
      <p class="att-note">{bestWords(judged)}</p>
    </section>
  );
}

/** One confidence for all, beside the score that was. */
export function hadYouSaid(judged: Judged[], confidence: number): string {
  const even = scoreHadYouSaid(judged, confidence);
  return `Had you said ${percentOf(confidence)} throughout, with the same answers, your score would have been ${scoreWords(even)} instead of ${scoreWords(scoreOf(judged))}. ${differenceWords(scoreOf(judged), even)}`;
}

export function differenceWords(score: number, even: number): string {
  if (Math.abs(score - even) < 0.005) return "That is the same.";
  return score < even
    ? "So being surer here and less sure there carried something."
    : "So being equally sure would have come closer.";
}

function bestWords(judged: Judged[]): string {
  const { confidence, score } = evenlySure(judged);
  return `Of all single confidences ${percentOf(confidence)} comes closest, at ${scoreWords(score)}: it is as near as the slider gets to the share that was right.`;
}

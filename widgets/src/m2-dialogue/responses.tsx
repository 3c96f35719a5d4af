/** How the learner responded, beside published reference points. Reference, never a verdict. */
import type { Summary } from "../generated/conversation.js";
import { count } from "../shared/record_line";
import { percent } from "./outcome";

/**
 * Reference points of MITI 4 (Moyers et al. 2016): fair and good reflections-to-questions,
 * fair and good share of reflections that are complex.
 */
const RATIO = { fair: "1 to 1", good: "2 to 1" };
const COMPLEX = { fair: 0.4, good: 0.5 };

/**
 * Shares of therapist turns in high- and low-quality demonstrations, counted from AnnoMI
 * (Wu et al. 2023; 110 and 23 sessions).
 */
const REFLECTIONS = { high: 0.285, low: 0.07 };
const ADVICE = { high: 0.106, low: 0.329 };

export function Responses({ summary }: { summary: Summary }) {
  return (
    <section class="att-part" aria-label="How you responded">
      <h4 class="att-subheading">How you responded</h4>
      <p>{ratioSentence(summary)}</p>
      <div class="att-pair">
        <CodingManual summary={summary} />
        <Demonstrations summary={summary} />
      </div>
    </section>
  );
}

function CodingManual({ summary }: { summary: Summary }) {
  return (
    <div>
      <table class="att-table att-facts">
        <caption>Beside the reference points of a coding manual, MITI 4</caption>
        <thead>
          <tr>
            <th scope="col"><span class="att-unseen">Measure</span></th>
            <th scope="col">Yours</th>
            <th scope="col">Fair</th>
            <th scope="col">Good</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Reflections to questions</th>
            <td>{ratioWords(summary)}</td>
            <td>{RATIO.fair}</td>
            <td>{RATIO.good}</td>
          </tr>
          <tr>
            <th scope="row">Reflections that are complex</th>
            <td>{summary.reflections > 0 ? percent(summary.complex_share) : "none made"}</td>
            <td>{percent(COMPLEX.fair)}</td>
            <td>{percent(COMPLEX.good)}</td>
          </tr>
        </tbody>
      </table>
      <p class="att-note">
        Moyers et al. 2016. A reference to think with: the manual is for recorded sessions of
        motivational interviewing, and this is neither a recording nor a certificate.
      </p>
    </div>
  );
}

function Demonstrations({ summary }: { summary: Summary }) {
  return (
    <div>
      <table class="att-table att-facts">
        <caption>Beside annotated demonstration conversations, AnnoMI</caption>
        <thead>
          <tr>
            <th scope="col">Share of turns</th>
            <th scope="col">Yours</th>
            <th scope="col">High quality</th>
            <th scope="col">Low quality</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Reflections</th>
            <td>{percent(summary.reflection_share, 1)}</td>
            <td>{percent(REFLECTIONS.high, 1)}</td>
            <td>{percent(REFLECTIONS.low, 1)}</td>
          </tr>
          <tr>
            <th scope="row">Advice and other input</th>
            <td>{percent(summary.advice_share, 1)}</td>
            <td>{percent(ADVICE.high, 1)}</td>
            <td>{percent(ADVICE.low, 1)}</td>
          </tr>
        </tbody>
      </table>
      <p class="att-note">
        Counted for this course from Wu et al. 2023. A correlation among videos chosen to
        demonstrate good and poor practice; it does not show that reflecting caused anything.
      </p>
    </div>
  );
}

function ratioWords({ ratio, reflections }: Summary): string {
  if (ratio < 0) return reflections > 0 ? "no question asked" : "neither";
  return `${ratio.toFixed(1)} to 1`;
}

function ratioSentence({ reflections, questions }: Summary): string {
  const asked = questions === 0 ? "asked no question" : `asked ${count(questions, "question")}`;
  const reflected = reflections === 0 ? "did not reflect" : `reflected ${times(reflections)}`;
  return `You ${reflected} and ${asked}.`;
}

function times(number: number): string {
  return number === 1 ? "once" : `${number} times`;
}

/** One thing otherwise: whom you asked, what you trusted, or how sure you were. */
import { useState } from "preact/hooks";
import { open_ones, readings_by, reported, sharpened } from "../generated/cue_readers.js";
import { mean_cost, TURN_COST } from "../generated/shares.js";
import { count } from "../shared/record_line";
import { useId } from "../shared/use_id";
import { chancesGiven, type Met, type Run } from "./run";
import { costWords } from "./words";

interface Otherwise {
  words: string;
  readings(given: number[][], met: Met[]): number[][];
  asked(asked: boolean[], met: Met[]): boolean[];
}

const asGiven = (given: number[][]): number[][] => given;
const asAsked = (asked: boolean[]): boolean[] => asked;

const OTHERWISE: Record<string, Otherwise> = {
  open: { words: "asked wherever it was open, and nowhere else", readings: asGiven, asked: (_, met) => open_ones(met) },
  everybody: { words: "asked everybody", readings: asGiven, asked: (asked) => asked.map(() => true) },
  nobody: { words: "asked nobody", readings: asGiven, asked: (asked) => asked.map(() => false) },
  face: { words: "trusted the face alone", readings: (_, met) => readings_by("face", met), asked: asAsked },
  surer: { words: "been twice as sure of every reading", readings: (given) => given.map((one) => sharpened(one, 0.5)), asked: asAsked },
  softer: { words: "been half as sure of every reading", readings: (given) => given.map((one) => sharpened(one, 2)), asked: asAsked },
};

export function HadYou({ run, met }: { run: Run; met: Met[] }) {
  const id = useId();
  const [chosen, setChosen] = useState("open");
  return (
    <section class="att-part" aria-label="Had you done otherwise">
      <h4 class="att-subheading">Had you done one thing otherwise</h4>
      <div class="att-otherwise">
        <label for={id}>Had you</label>
        <select id={id} class="att-select" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          {Object.entries(OTHERWISE).map(([value, { words }]) => (
            <option key={value} value={value}>{words}</option>
          ))}
        </select>
      </div>
      <p role="status">{hadYou(run, met, chosen)}</p>
      <p class="att-note">
        A turn costs {TURN_COST}; a meeting without one costs how far your shares were off. All else,
        what people reported too, is left as it was. This holds in this model, where asking always
        tells; a person may not want to say.
      </p>
    </section>
  );
}

export function hadYou(run: Run, met: Met[], chosen: string): string {
  const { words, readings, asked } = OTHERWISE[chosen]!;
  const given = chancesGiven(run.readings);
  const asking = run.readings.map((reading) => reading.asked);
  const [was, would] = [
    mean_cost(given, reported(met), asking),
    mean_cost(readings(given, met), reported(met), asked(asking, met)),
  ];
  const turns = (list: boolean[]): string => count(list.filter(Boolean).length, "turn");
  const other = asked(asking, met);
  const spent = turns(other) === turns(asking) ? `with the same ${turns(asking)}` : `with ${turns(other)} instead of ${turns(asking)}`;
  return `Had you ${words}, a meeting would have cost ${costWords(would)} instead of ${costWords(was)} on average, ${spent}. ${comparedWords(was, would)}`;
}

function comparedWords(was: number, would: number): string {
  if (Math.abs(was - would) < 0.005) return "That is the same.";
  return would < was ? "That is less." : "What you did cost less.";
}

/** After a round: what each of the eight said, beside your reading. */
import { MEETINGS, PEOPLE } from "../generated/meetings.js";
import { share_steps } from "../generated/shares.js";
import { reported } from "../generated/cue_readers.js";
import { percentOf } from "../shared/confidence/words";
import { count } from "../shared/record_line";
import { Actions, Stage } from "../shared/stage";
import type { CueContent } from "./content";
import { ReadingsTable } from "./readings_table";
import { chancesGiven, type Met, type Run } from "./run";

interface LookBackProps {
  run: Run;
  met: Met[];
  content: CueContent;
  /** Nobody is left to be met. */
  over: boolean;
  onGo(): void;
}

export function LookBack({ run, met, content, over, onGo }: LookBackProps) {
  const from = run.readings.length - PEOPLE;
  const [readings, these] = [run.readings.slice(from), met.slice(from, from + PEOPLE)];
  const round = run.readings.length / PEOPLE;
  return (
    <Stage title={`After round ${round} of ${MEETINGS / PEOPLE}: what they said`}>
      <p>
        {readings.some(({ asked }) => !asked) ? "Those you did not ask have told somebody since. " : ""}
        {surestWords(run, met)}
      </p>
      <ReadingsTable {...{ readings, content }} met={these} caption="Your shares, and each person's own report" />
      <Actions>
        <button type="button" class="att-button att-primary" onClick={onGo}>
          {over ? "See how sure and right agree" : "Meet them again, elsewhere"}
        </button>
      </Actions>
    </Stage>
  );
}

/** What the largest shares came to so far. */
function surestWords({ readings }: Run, met: Met[]): string {
  const steps = share_steps(chancesGiven(readings), reported(met.slice(0, readings.length)));
  const surest = steps.at(-1)!;
  if (surest.confidence < 0.55) return "You have given no feeling 60% or more so far.";
  return `So far you gave ${count(surest.count, "feeling")} 60% or more, ${percentOf(surest.confidence)} on average, and ${percentOf(surest.right)} of them were reported.`;
}

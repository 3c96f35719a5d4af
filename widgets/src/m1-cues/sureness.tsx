/** The shares you gave beside how often they were reported, and what you had expected. */
import { count_most_likely, reported } from "../generated/cue_readers.js";
import { share_steps } from "../generated/shares.js";
import { StepsPicture } from "../shared/confidence/reliability";
import { chancesGiven, type Met, type Run } from "./run";
import { percentOf } from "./words";

const NEAR = 0.05;

export function Sureness({ run, met }: { run: Run; met: Met[] }) {
  const steps = share_steps(chancesGiven(run.readings), reported(met));
  return (
    <>
      <StepsPicture
        steps={steps}
        takeaway={takeawayOf(run, met)}
        name="The shares you gave, beside how often they were reported"
        sureWords="share you gave"
        rightWords="reported"
        lowest={0}
      />
      <p>
        {likeliestWords(run, met)} On the dotted line shares and reports agree; under it you gave
        more than was reported. Each point stands for the shares that its figure counts: small,
        middling, and 60% or more.
      </p>
    </>
  );
}

export function takeawayOf(run: Run, met: Met[]): string {
  const surest = share_steps(chancesGiven(run.readings), reported(met)).at(-1)!;
  const [said, was] = [percentOf(surest.confidence), percentOf(surest.right)];
  if (surest.confidence < 0.55) return `You gave no feeling 60% or more. Your largest shares, ${said} on average, were reported ${was} of the time.`;
  return `Where you gave 60% or more, ${said} on average, it was reported ${was} of the time: ${gapWords(surest.confidence - surest.right)}.`;
}

function gapWords(gap: number): string {
  if (Math.abs(gap) < NEAR) return "about as sure as right";
  return gap > 0 ? "surer than right" : "less sure than right";
}

function likeliestWords({ prediction, readings }: Run, met: Met[]): string {
  const hits = Math.round(count_most_likely(chancesGiven(readings), reported(met)));
  const expected = hits === prediction.likeliest ? ", as you had expected" : `; you had expected ${prediction.likeliest}`;
  return `In ${hits} of ${met.length} meetings the feeling you held likeliest was theirs${expected}.`;
}

/** The counterfactual: had the distressed helper shared less instead. */
import { useState } from "preact/hooks";
import { concern, distress, LOW, with_lever } from "../generated/mixer.js";
import { Guess } from "../shared/guess";
import { timePaint } from "../shared/paint_timing";
import type { Lever, Mix } from "./content";
import { Curves } from "./curves";
import { type Finished, ordered } from "./run";
import { level } from "./words";

export function SharingLess({ run, levers }: { run: Finished; levers: Lever[] }) {
  const { high, low, highName, lowName } = ordered(run);
  const [sharing, setSharing] = useState(() => enoughLess(high));
  const mix = with_lever(high, "sharing", sharing) as Mix;
  const move = (value: number): void => {
    timePaint();
    setSharing(value);
  };
  return (
    <section class="att-part" aria-label="Had sharing gone down instead">
      <h4 class="att-subheading">Had {highName} shared less instead</h4>
      <p>
        Going numb brings distress down as well. Concern goes with it; in {lowName} it is
        {" "}{level(concern(low))}.
      </p>
      <Guess
        label={`Sharing in ${highName}`}
        value={sharing}
        min={0}
        max={1}
        step={0.05}
        words={level}
        ends={["feels nothing of it", "feels all of it"]}
        onChange={move}
      />
      <Curves size="full" {...{ mix, levers }} over="sharing" takeaway={takeawayOf(high, mix, highName)} />
      <p class="att-note">
        This holds in this model, with the other levers left where they were. A person who shares
        less may do so for good reasons, and may not have chosen it.
      </p>
    </section>
  );
}

/** The largest step of the slider at which distress is low, or half of what it was. */
function enoughLess(high: Mix): number {
  const aim = Math.min(LOW, distress(high) / 2);
  const steps = Array.from({ length: 21 }, (_, i) => (20 - i) / 20);
  return steps.find((value) => distress(with_lever(high, "sharing", value)) <= aim + 1e-9) ?? 0;
}

function takeawayOf(high: Mix, mix: Mix, name: string): string {
  const was = `${name} had ${level(distress(high))} and ${level(concern(high))}`;
  return `With sharing at ${level(mix.sharing)}, distress is ${level(distress(mix))} and concern ${level(concern(mix))}; ${was}.`;
}

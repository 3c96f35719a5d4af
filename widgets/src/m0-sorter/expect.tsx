/** Before a set: how many labels you expect to fit. */
import { SET } from "../generated/evidence_sets.js";
import { Expect as Expected } from "../shared/confidence/expect";

interface ExpectProps {
  /** 0 the first set, 1 the second. */
  set: number;
  onBegin(expected: number): void;
}

export function Expect({ set, onBegin }: ExpectProps) {
  return (
    <Expected
      title={set === 0 ? "Before you start" : `A second set of ${SET}`}
      label="Labels that will fit"
      of={SET}
      action="See the first claim"
      onBegin={onBegin}
    >
      <p>
        {set === 0
          ? "You have not seen the claims yet. Of the labels you will choose, how many do you expect to fit?"
          : "These are other claims. With what you have just seen, how many of your labels do you expect to fit?"}
      </p>
    </Expected>
  );
}

/** One hundred percent handed out over the states, by tens; no more than there is. */
import { STATES } from "../generated/cue_tables.js";
import { UNIT } from "../generated/shares.js";
import { useId } from "../shared/use_id";
import type { CueContent } from "./content";

export const WHOLE = 100;

export function leftOf(shares: number[]): number {
  return WHOLE - shares.reduce((sum, share) => sum + share, 0);
}

/** The shares with one of them set, as far as there is enough left for it. */
export function withShare(shares: number[], place: number, wanted: number): number[] {
  const most = shares[place]! + leftOf(shares);
  const share = Math.max(0, Math.min(wanted, most));
  return shares.map((one, i) => (i === place ? share : one));
}

interface HandOutProps {
  content: CueContent;
  name: string;
  shares: number[];
  held: boolean;
  onChange(shares: number[]): void;
}

export function HandOut({ content, name, shares, held, onChange }: HandOutProps) {
  const left = leftOf(shares);
  const set = (place: number, wanted: number): number => {
    const next = withShare(shares, place, wanted);
    onChange(next);
    return next[place]!;
  };
  return (
    <fieldset class="att-hand-out" disabled={held}>
      <legend>What would {name} say? Hand out 100%.</legend>
      {STATES.map((state, place) => (
        <Share
          key={state}
          number={place + 1}
          name={content.states[state] ?? state}
          share={shares[place]!}
          left={left}
          onSet={(wanted) => set(place, wanted)}
        />
      ))}
      <div class="att-hand-out-left">
        <span role="status">{left === 0 ? "All 100% is handed out." : `${left}% is left to hand out.`}</span>
        <button type="button" class="att-button att-quiet-button" onClick={() => onChange(shares.map(() => 0))}>
          Take all back
        </button>
      </div>
    </fieldset>
  );
}

interface ShareProps {
  number: number;
  name: string;
  share: number;
  left: number;
  /** Answers with what it could be set to. */
  onSet(wanted: number): number;
}

function Share({ number, name, share, left, onSet }: ShareProps) {
  const id = useId();
  return (
    <div class="att-share">
      <label for={id}>
        <kbd aria-hidden="true">{number}</kbd> {name}
      </label>
      <input
        type="range"
        class="att-range"
        id={id}
        min="0"
        max={WHOLE}
        step={UNIT}
        value={share}
        aria-valuetext={`${share}%, ${left}% left`}
        onInput={(event) => {
          const range = event.currentTarget;
          range.value = String(onSet(Number(range.value))); // back to what was left, where it was more
        }}
      />
      <output for={id}>{share}%</output>
    </div>
  );
}

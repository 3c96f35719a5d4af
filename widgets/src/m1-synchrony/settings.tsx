/** What SUSY is asked: which kind of chance, in what stretches, over which lags. */
import {
  fault_of_setting, LAG_SECONDS, SECONDS, SEGMENT_SECONDS, WAYS,
} from "../generated/synchrony.js";
import { Guess } from "../shared/guess";
import { timePaint } from "../shared/paint_timing";
import { useId } from "../shared/use_id";
import { NULLS } from "./words";

/** Lengths in seconds. */
export interface Setting {
  way: string;
  segment: number;
  mostLag: number;
}

/** A lag window too narrow for what is to be found: it can be widened. */
export const FIRST: Setting = { way: WAYS[0]!, segment: SEGMENT_SECONDS, mostLag: 1 };
const SEGMENTS: [number, number] = [2, 180];
const LAGS: [number, number] = [0, 10];

export function faultOf({ segment, mostLag }: Setting): string {
  const fault = fault_of_setting(SECONDS, segment, mostLag, "seconds");
  return fault && `${fault[0]!.toUpperCase()}${fault.slice(1)}. Nothing was compared.`;
}

interface SettingsProps {
  setting: Setting;
  onChange(setting: Setting): void;
}

export function Settings({ setting, onChange }: SettingsProps) {
  const id = useId();
  const { way, segment, mostLag } = setting;
  const change = (part: Partial<Setting>): void => {
    timePaint();
    onChange({ ...setting, ...part });
  };
  const fault = faultOf(setting);
  return (
    <div class="att-bench-controls">
      <p class="att-field att-lab-null">
        <label for={id}>Shuffled how</label>
        <select id={id} class="att-select" value={way} onChange={(event) => change({ way: event.currentTarget.value })}>
          {NULLS.map(({ value, text }) => <option key={value} value={value}>{text}</option>)}
        </select>
      </p>
      <p class="att-note">{NULLS.find(({ value }) => value === way)!.about}</p>
      <Guess
        label="Longest lag looked at"
        value={mostLag}
        min={LAGS[0]}
        max={LAGS[1]}
        step={1}
        words={(value) => `${value} s`}
        ends={["at the same time", "10 s either way"]}
        onChange={(value) => change({ mostLag: value })}
      />
      <Guess
        label="Length of a segment"
        value={segment}
        min={SEGMENTS[0]}
        max={SEGMENTS[1]}
        step={1}
        words={(value) => `${value} s`}
        ends={["2 s", "3 minutes"]}
        onChange={(value) => change({ segment: value })}
      />
      <p class="att-lab-fault" role="status">
        {fault || `The method's authors use segments of ${SEGMENT_SECONDS} s and lags up to ${LAG_SECONDS} s.`}
      </p>
    </div>
  );
}

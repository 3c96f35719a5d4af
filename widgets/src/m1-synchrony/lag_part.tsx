/** Who follows whom, and by how much: a lag to move, on the curve or by a slider. */
import { useMemo } from "preact/hooks";
import { lag_profile } from "../generated/correlation.js";
import { RATE } from "../generated/synchrony.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import { Guess } from "../shared/guess";
import { timePaint } from "../shared/paint_timing";
import { PairView } from "./pair_view";
import { lagsOf } from "./pictures";
import { faultOf, type Setting } from "./settings";
import { lagFigure, lagWords, likeness } from "./words";

interface LagPartProps {
  pair: number[][];
  setting: Setting;
  /** Of the recording. */
  name: string;
  /** In samples. */
  lag: number;
  onLag(lag: number): void;
}

export function LagPart({ pair, setting, name, lag, onLag }: LagPartProps) {
  const most = setting.mostLag * RATE;
  const profile = useMemo(
    () => (faultOf(setting) || most === 0 ? null : lag_profile(pair[0]!, pair[1]!, setting.segment * RATE, most)),
    [pair, setting, most],
  );
  const move = (samples: number): void => {
    timePaint();
    onLag(samples);
  };
  return (
    <section class="att-lab-lag" aria-label="Who follows whom">
      <h4 class="att-subheading">Who follows whom</h4>
      <div class="att-lab-charts">
        {profile ? <Lags profile={profile} name={name} lag={lag} onLag={move} /> : <p>With these settings there is no lag to look at.</p>}
        <PairView
          pair={pair}
          lag={lag}
          name={`${name}, moved to meet`}
          takeaway={lag === 0 ? `${name} as it was recorded.` : `The second line moved by ${lagFigure(-lag)} s, as if ${lagWords(lag)}.`}
        />
      </div>
      <Guess
        label="Lag"
        value={lag / RATE}
        min={-most / RATE}
        max={most / RATE}
        step={1 / RATE}
        words={() => lagWords(lag)}
        ends={["the first follows", "the second follows"]}
        onChange={(value) => move(Math.round(value * RATE))}
      />
    </section>
  );
}

interface LagsProps {
  profile: number[];
  name: string;
  lag: number;
  onLag(lag: number): void;
}

function Lags({ profile, name, lag, onLag }: LagsProps) {
  const picture = useMemo(() => lagsOf(profile), [profile]);
  const most = (profile.length - 1) / 2;
  const height = profile[lag + most]!;
  return (
    <ChartView
      picture={picture}
      takeaway={`If ${lagWords(lag)}, their likeness is ${likeness(height)}.`}
      name={`${name} at every lag`}
      table={
        <FiguresTable
          caption="Likeness at each lag; above 0 the second follows"
          head={["Lag, seconds", "Mean Z"]}
          rows={profile.map((value, i) => [lagFigure(i - most), likeness(value)])}
        />
      }
      handle={{
        x: lag / RATE,
        y: height,
        range: { x: [-most / RATE, most / RATE], y: [height, height] },
        step: 1 / RATE,
        name: `Lag: ${lagWords(lag)}`,
        onMove: (x) => onLag(Math.round(x * RATE)),
      }}
    />
  );
}

/** Distress and concern over one lever, with the mix marked on both. */
import { useMemo } from "preact/hooks";
import { concern, distress, sweep } from "../generated/mixer.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import type { Guess, Line, Picture } from "../shared/picture";
import type { Lever, LeverId, Mix } from "./content";
import { type Prediction, RAISED } from "./run";
import { isGuessed, level } from "./words";

const STEPS = 40;

interface CurvesProps {
  mix: Mix;
  over: LeverId;
  levers: Lever[];
  takeaway: string;
  guess?: Prediction;
  size?: "live" | "full";
}

export function Curves({ mix, over, levers, takeaway, guess, size = "live" }: CurvesProps) {
  const name = levers.find((lever) => lever.id === over)!.name;
  const picture = useMemo(() => pictureOf(mix, over, name, guess), [mix, over, guess]);
  return (
    <ChartView
      size={size}
      picture={picture}
      takeaway={takeaway}
      name={`Distress and concern over ${name.toLowerCase()}`}
      table={<CurveTable mix={mix} over={over} name={name} />}
    />
  );
}

export function pictureOf(mix: Mix, over: LeverId, name: string, guess?: Prediction): Picture {
  const curve = sweep(mix, over, STEPS) as Record<"x" | "distress" | "concern", number[]>;
  const lines: Line[] = [
    { x: curve.x, y: curve.distress, ink: "arousal", label: "Distress" },
    { x: curve.x, y: curve.concern, ink: "trust", label: "Concern", dash: [9, 4] },
  ];
  return {
    x: { label: name.toLowerCase(), range: [0, 1] },
    y: { label: "level, arbitrary units", range: [0, 1] },
    lines,
    rules: [{ axis: "x", at: mix[over], ink: "line" }],
    points: [
      { x: [mix[over]], y: [distress(mix)], ink: "arousal", mark: "circle" },
      { x: [mix[over]], y: [concern(mix)], ink: "trust", mark: "square" },
    ],
    guesses: guess && isGuessed(mix, over) ? guessesOf(guess) : [],
  };
}

function guessesOf({ distress, concern }: Prediction): Guess[] {
  return [
    { x: RAISED, y: distress, ink: "arousal", label: "predicted distress" },
    { x: RAISED, y: concern, ink: "trust", label: "predicted concern" },
  ];
}

function CurveTable({ mix, over, name }: { mix: Mix; over: LeverId; name: string }) {
  const curve = sweep(mix, over, 10) as Record<"x" | "distress" | "concern", number[]>;
  const rows = curve.x.map((value, i) => [value.toFixed(1), level(curve.distress[i]!), level(curve.concern[i]!)]);
  return (
    <FiguresTable caption="Arbitrary units; the other levers stay where they are" head={[name, "Distress", "Concern"]} rows={rows} />
  );
}

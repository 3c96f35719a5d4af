/** What each lever would have done alone: a bar each, between the two mixes. */
import { distress, levers_alone, main_levers } from "../generated/mixer.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import type { Picture } from "../shared/picture";
import type { Lever, LeverId, Mix } from "./content";
import { type Finished, ordered } from "./run";
import { inSentence, level } from "./words";

export function SingleLevers({ run, levers }: { run: Finished; levers: Lever[] }) {
  const alone = levers_alone(run.a, run.b);
  const rows = levers.map(({ name }, i) => [name, level(alone[i]!)]);
  return (
    <ChartView
      size="full"
      picture={pictureOf(run, levers, alone)}
      takeaway={takeawayOf(run, levers)}
      name="Distress with one lever changed"
      table={<FiguresTable caption="Distress with this lever alone as in the other mix, arbitrary units" head={["Lever", "Distress"]} rows={rows} />}
    />
  );
}

function pictureOf(run: Finished, levers: Lever[], alone: number[]): Picture {
  const { high, low, highName, lowName } = ordered(run);
  const range: [number, number] = [-0.5, levers.length - 0.5];
  const across = (mix: Mix): number[] => range.map(() => distress(mix));
  return {
    x: {
      label: "the one lever that changes",
      range,
      ticks: levers.map((_, i) => i),
      words: (i) => SHORT[levers[i]!.id],
    },
    y: { label: "distress, arbitrary units", range: [0, distress(high) > 0.5 ? 1 : 0.5] },
    bars: [{ x: levers.map((_, i) => i), y: alone, width: 0.6, ink: "arousal", pattern: "slanted" }],
    lines: [
      { x: range, y: across(high), ink: "arousal", label: highName },
      { x: range, y: across(low), ink: "good", label: lowName, dash: [9, 4] },
    ],
  };
}

const SHORT: Record<LeverId, string> = {
  intensity: "intensity",
  sharing: "sharing",
  distinction: "distinction",
  regulation: "regulation",
};

export function takeawayOf(run: Finished, levers: Lever[]): string {
  const { high, low, highName, lowName } = ordered(run);
  const main = main_levers(run.a, run.b) as LeverId[];
  const two = `Distress is ${level(distress(high))} in ${highName} and ${level(distress(low))} in ${lowName}.`;
  if (main.length === 0) return `${two} No single lever makes a difference between them.`;
  const names = main.map((id) => inSentence(levers, id)).join(" or ");
  const named = main.includes(run.lever) ? "as you said" : `you named ${inSentence(levers, run.lever)}`;
  const value = level(Math.min(...levers_alone(run.a, run.b)));
  const joint = main.includes(run.lever) ? ", " : "; ";
  return `${two} Of all levers ${names} alone would have brought it down furthest, to ${value}${joint}${named}.`;
}

/** The reliability diagram: for each confidence, how often it turned out right. */
import type { Step } from "../../generated/scoring.js";
import { ChartView } from "../chart_view";
import { FiguresTable } from "../figures_table";
import type { Ink, Line, Picture, Points } from "../picture";
import { type Judged, stepsOf } from "./scores";
import { percentOf } from "./words";

const SURE = [50, 60, 70, 80, 90, 100];
const SMALLEST = 4;
const LARGEST = 11;

export interface ReliabilityProps {
  judged: Judged[];
  /** Answers of an earlier set, drawn open beside these. */
  before?: Judged[];
  /** How many of these you expected to be right. */
  expected?: number;
  takeaway: string;
  /** What "right" is called here: "labels that fitted". */
  rightWords: string;
}

export function Reliability(props: ReliabilityProps) {
  return (
    <ChartView
      size="full"
      picture={reliabilityPicture(props)}
      takeaway={props.takeaway}
      name="How sure you were, beside how often that was right"
      table={<ReliabilityTable {...props} />}
    />
  );
}

/** In percent on both axes; a point grows with the answers it stands for, and says how many. */
export function reliabilityPicture({ judged, before, expected, rightWords }: ReliabilityProps): Picture {
  const earlier = before ? stepsOf(before) : [];
  const steps = stepsOf(judged);
  return {
    x: { label: "how sure you were, %", range: [45, 105], ticks: SURE },
    y: { label: `${rightWords}, %`, range: [-6, 106], ticks: [0, 25, 50, 75, 100] },
    lines: [
      { x: [50, 104], y: [50, 104], ink: "line", dash: [2, 4], label: "sure = right" },
      ...steps.map(stemOf),
      ...namedAtEnd(earlier, "quiet", "first set"),
      ...namedAtEnd(steps, "ink", before ? "second set" : "you"),
    ],
    points: [...pointsOf(earlier, "quiet", true), ...pointsOf(steps, "ink", false)],
    rules: expected === undefined ? [] : [expectedRule(expected, judged.length)],
  };
}

function expectedRule(expected: number, of: number): NonNullable<Picture["rules"]>[number] {
  const label = `you expected ${expected} of ${of}`;
  return { axis: "y", at: (100 * expected) / of, ink: "quiet", label, kind: "guess" };
}

/** From a point to the dotted line: how far off this confidence was. */
function stemOf(step: Step): Line {
  const sure = sureOf(step);
  return { x: [sure, sure], y: [sure, rightOf(step)], ink: "quiet", width: 1 };
}

/** A set's name stands at its last point; with so few answers a line between would mislead. */
function namedAtEnd(steps: Step[], ink: Ink, label: string): Line[] {
  return steps.slice(-1).map((step) => ({ x: [sureOf(step)], y: [rightOf(step)], ink, label }));
}

function pointsOf(steps: Step[], ink: Ink, hollow: boolean): Points[] {
  return steps.map((step) => ({
    x: [sureOf(step)],
    y: [rightOf(step)],
    ink,
    hollow,
    mark: hollow ? "square" : "circle",
    size: Math.min(SMALLEST + 1.5 * step.count, LARGEST),
    ...(hollow ? {} : { names: [String(step.count)] }),
  }));
}

const sureOf = (step: Step): number => 100 * step.confidence;
const rightOf = (step: Step): number => 100 * step.right;

function ReliabilityTable({ judged, before, expected, rightWords }: ReliabilityProps) {
  const guess = expected === undefined ? "" : ` You expected ${expected} of ${judged.length}.`;
  const sets: [string, Judged[]][] = before ? [["first set", before], ["second set", judged]] : [["", judged]];
  return (
    <FiguresTable
      caption={`For each confidence, how often you gave it and the ${rightWords}.${guess}`}
      head={["How sure", "Answers", "Share right"]}
      rows={sets.flatMap(([set, answers]) =>
        stepsOf(answers).map(({ confidence, count, right }) => [
          [percentOf(confidence), set].filter(Boolean).join(", "), count, percentOf(right),
        ]),
      )}
    />
  );
}

/** The reliability diagram: for each confidence, how often it turned out right. */
import type { Step } from "../../generated/scoring.js";
import { ChartView } from "../chart_view";
import { FiguresTable } from "../figures_table";
import type { Ink, Line, Picture, Points } from "../picture";
import { type Judged, stepsOf } from "./scores";
import { percentOf } from "./words";

const SURE = [50, 60, 70, 80, 90, 100];
const QUARTERS = [0, 25, 50, 75, 100];
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
  return <StepsPicture {...asSteps(props)} />;
}

export function reliabilityPicture(props: ReliabilityProps): Picture {
  return stepsPicture(asSteps(props));
}

function asSteps({ judged, before, expected, takeaway, rightWords }: ReliabilityProps): StepsProps {
  return {
    steps: stepsOf(judged),
    ...(before ? { before: stepsOf(before) } : {}),
    ...(expected === undefined ? {} : { expected: { count: expected, of: judged.length } }),
    takeaway,
    rightWords,
    name: "How sure you were, beside how often that was right",
  };
}

/** Groups of answers, whatever they were grouped by. */
export interface StepsProps {
  steps: Step[];
  before?: Step[];
  expected?: { count: number; of: number };
  takeaway: string;
  rightWords: string;
  name: string;
  /** What is on the other axis: "how sure you were" unless given. */
  sureWords?: string;
  /** The least percent that could be said: 50 unless given. Below it, points stand apart unnamed. */
  lowest?: number;
}

export function StepsPicture(props: StepsProps) {
  return (
    <ChartView
      size="full"
      picture={stepsPicture(props)}
      takeaway={props.takeaway}
      name={props.name}
      table={<StepsTable {...props} />}
    />
  );
}

/** In percent on both axes; a point grows with the answers it stands for, and says how many. */
export function stepsPicture(props: StepsProps): Picture {
  const { steps, before = [], expected, rightWords, sureWords = "how sure you were", lowest = 50 } = props;
  return {
    x: { label: `${sureWords}, %`, range: [lowest - 5, 105], ticks: lowest < 50 ? QUARTERS : SURE },
    y: { label: `${rightWords}, %`, range: [-6, 106], ticks: QUARTERS },
    lines: [
      { x: [lowest, 104], y: [lowest, 104], ink: "line", dash: [2, 4], label: "sure = right" },
      ...steps.map(stemOf),
      ...namedAtEnd(before, "quiet", "first set"),
      ...(lowest < 50 ? [] : namedAtEnd(steps, "ink", before.length > 0 ? "second set" : "you")),
    ],
    points: [...pointsOf(before, "quiet", true), ...pointsOf(steps, "ink", false)],
    rules: expected ? [expectedRule(expected)] : [],
  };
}

function expectedRule({ count, of }: { count: number; of: number }): NonNullable<Picture["rules"]>[number] {
  const label = `you expected ${count} of ${of}`;
  return { axis: "y", at: (100 * count) / of, ink: "quiet", label, kind: "guess" };
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

function StepsTable({ steps, before, expected, rightWords, sureWords = "How sure" }: StepsProps) {
  const guess = expected ? ` You expected ${expected.count} of ${expected.of}.` : "";
  const sets: [string, Step[]][] = before ? [["first set", before], ["second set", steps]] : [["", steps]];
  return (
    <FiguresTable
      caption={`For each confidence, how often you gave it and the ${rightWords}.${guess}`}
      head={[sureWords, "Answers", "Share right"]}
      rows={sets.flatMap(([set, each]) =>
        each.map(({ confidence, count, right }) => [
          [percentOf(confidence), set].filter(Boolean).join(", "), count, percentOf(right),
        ]),
      )}
    />
  );
}

/** Two moods on one plane: a start to move, the way they take, and the edge to be found. */
import { useMemo, useState } from "preact/hooks";
import { HALVED, type Rest, STRONG } from "../generated/two_body.js";
import { ChartView } from "../shared/chart_view";
import { InTurn } from "../shared/in_turn";
import { timePaint } from "../shared/paint_timing";
import type { Guess, Picture, Rule } from "../shared/picture";
import type { Moods as MoodsOf } from "./content";
import { CourseTable } from "./course_table";
import { EdgeTask } from "./edge_task";
import { MoodSlider } from "./mood_slider";
import { type Course, courseOf, overTime, pathOf, planeOf } from "./plane";
import { PullChoice } from "./pull_choice";
import { PLANE, type Run, START } from "./run";
import { guessWords, mood, restOf, takeawayOf } from "./words";

interface MoodsProps {
  run: Run;
  onEdge(edge: number): void;
}

export function Moods({ run, onEdge }: MoodsProps) {
  const guessed = useMemo(() => guessWords(START, run.prediction, STRONG), [run.prediction]);
  return (
    <InTurn>
      <p>{guessed}</p>
      <Bench {...{ run, onEdge }} />
    </InTurn>
  );
}

function Bench({ run, onEdge }: MoodsProps) {
  const [start, setStart] = useState<MoodsOf>(START);
  const [pulls, setPulls] = useState<number[]>(STRONG);
  const course = useMemo(() => courseOf(start, pulls), [start, pulls]);
  const times = useMemo(() => overTime(course), [course]);
  const strong = pulls === STRONG;
  const move = (helper: number, client: number): void => {
    timePaint();
    setStart({ helper, client });
  };
  return (
    <>
      <div class="att-bench">
        <Plane {...{ run, start, pulls, course }} onMove={move} />
        <div class="att-bench-controls">
          <PullChoice strong={strong} onChoose={(chosen) => setPulls(chosen ? STRONG : HALVED)} />
          <MoodSlider label="Helper's start" whose="helper" value={start.helper} onChange={(helper) => move(helper, start.client)} />
          <MoodSlider label="Client's start" whose="client" value={start.client} onChange={(client) => move(start.helper, client)} />
          <EdgeTask {...{ run, strong, onEdge }} onLine={() => move(start.helper, run.line)} />
        </div>
      </div>
      <ChartView
        picture={times}
        takeaway="The same two moods over time."
        name="Both moods over time"
        table={<CourseTable run={course} />}
      />
    </>
  );
}

interface PlaneProps {
  run: Run;
  start: MoodsOf;
  pulls: number[];
  course: Course;
  onMove(helper: number, client: number): void;
}

function Plane({ run, start, pulls, course, onMove }: PlaneProps) {
  const plane = useMemo(() => planeOf(pulls), [pulls]);
  const rest = useMemo(() => restOf(start, pulls), [start, pulls]);
  const picture = useMemo(() => pictureOf(plane, run, course, rest, pulls), [plane, run, course, rest, pulls]);
  return (
    <ChartView
      size="plane"
      picture={picture}
      takeaway={takeawayOf(start, rest)}
      name="The way of both moods on their plane"
      table={<CourseTable run={course} />}
      handle={{
        x: start.helper,
        y: start.client,
        range: { x: PLANE.helper, y: PLANE.client },
        step: 0.1,
        name: `Start: helper ${mood(start.helper)}, client ${mood(start.client)}`,
        onMove,
      }}
    />
  );
}

/** The plane with the way from a start; the guess while it is about this start. */
export function pictureOf(plane: Picture, run: Run, course: Course, rest: Rest | null, pulls: number[]): Picture {
  const strong = pulls === STRONG;
  const start: MoodsOf = { helper: course.helper[0]!, client: course.client[0]! };
  const line: Rule = { axis: "y", at: run.line, ink: "disclosure", kind: "guess", label: `client ${mood(run.line)}` };
  return {
    ...plane,
    lines: [...plane.lines!, pathOf(course)],
    points: rest ? [{ x: [rest.helper], y: [rest.client], ink: "ink", mark: "circle", names: ["rest"] }] : [],
    rules: [...plane.rules!, ...(strong ? [line] : [])],
    guesses: guessesOf(run, start, strong),
  };
}

function guessesOf({ prediction, edge, line }: Run, start: MoodsOf, strong: boolean): Guess[] {
  const { helper, client } = prediction;
  const first = strong && start.helper === START.helper && start.client === START.client;
  return [
    ...(first ? [{ x: helper, y: client, ink: "ink" as const, label: "you predicted" }] : []),
    ...(strong && edge !== undefined ? [{ x: edge, y: line, ink: "disclosure" as const, label: "your edge" }] : []),
  ];
}

/** The other way: two springs. What calms them together may stir them apart. */
import { useMemo, useState } from "preact/hooks";
import { course, mode_damping } from "../generated/springs.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import { Guess } from "../shared/guess";
import { InTurn } from "../shared/in_turn";
import { timePaint } from "../shared/paint_timing";
import type { Picture } from "../shared/picture";
import { useId } from "../shared/use_id";
import { mood } from "./words";

const DURATION = 20;
const EVERY = 50; // steps of the model between two rows: one unit of time

type Start = "together" | "opposite" | "alone";
type Springs = Record<"time" | "one" | "other", number[]>;

const STARTS: Record<Start, { words: string; at: [number, number] }> = {
  together: { words: "both up", at: [1, 1] },
  opposite: { words: "one up, one down", at: [1, -1] },
  alone: { words: "only one is moved", at: [1, 0] },
};

export function SpringsTab() {
  return (
    <InTurn>
      <p>
        Here each mood is a spring that swings around its usual place, and feels how fast the other
        moves. The pair has two ways of moving: together and opposite. What calms the one may stir
        up the other, so "co-regulation" can be both at once.
      </p>
      <Bench />
    </InTurn>
  );
}

function Bench() {
  const [start, setStart] = useState<Start>("together");
  const [damping, setDamping] = useState(-0.2);
  const [answer, setAnswer] = useState(-0.4);
  const [one, other] = STARTS[start].at;
  const run = useMemo(() => course(one, other, damping, answer, DURATION) as Springs, [one, other, damping, answer]);
  const picture = useMemo(() => pictureOf(run), [run]);
  const moved = (set: (value: number) => void) => (value: number): void => {
    timePaint();
    set(value);
  };
  return (
    <div class="att-bench">
      <ChartView
        picture={picture}
        takeaway={takeawayOf(damping, answer)}
        name="Two springs over time"
        table={<SpringsTable run={run} />}
      />
      <div class="att-bench-controls">
        <StartChoice start={start} onChoose={setStart} />
        <Guess
          label="Own damping" value={damping} min={-0.8} max={0.4} step={0.05} words={mood}
          ends={["calms quickly", "stirs itself up"]} onChange={moved(setDamping)}
        />
        <Guess
          label="Answer to the other's change" value={answer} min={-0.8} max={0.8} step={0.05} words={mood}
          ends={["against it", "along with it"]} onChange={moved(setAnswer)}
        />
      </div>
    </div>
  );
}

function StartChoice({ start, onChoose }: { start: Start; onChoose(start: Start): void }) {
  const id = useId();
  return (
    <p class="att-field">
      <label for={id}>Start</label>
      <select
        id={id}
        class="att-select"
        value={start}
        onChange={(event) => onChoose(event.currentTarget.value as Start)}
      >
        {Object.entries(STARTS).map(([one, { words }]) => (
          <option key={one} value={one}>{words}</option>
        ))}
      </select>
    </p>
  );
}

function takeawayOf(damping: number, answer: number): string {
  const [together, opposite] = [true, false].map((mode) => mode_damping(damping, answer, mode));
  return `Moving together ${doing(together!)}; moving opposite ${doing(opposite!)}.`;
}

/** What a mode's damping does, with its number. */
export function doing(rate: number): string {
  if (Math.abs(rate) < 1e-9) return "they swing on and on (0.00)";
  return `they ${rate < 0 ? "calm down" : "stir each other up"} (${mood(rate)})`;
}

function pictureOf({ time, one, other }: Springs): Picture {
  return {
    x: { label: "time, arbitrary units", range: [0, DURATION] },
    y: { label: "mood, arbitrary units", range: [-2, 2] },
    rules: [{ axis: "y", at: 0, ink: "line" }],
    lines: [
      { x: time, y: shown(one), ink: "trust", label: "One" },
      { x: time, y: shown(other), ink: "arousal", label: "Other", dash: [6, 3] },
    ],
  };
}

/** What leaves the picture ends there, and with it its name. */
function shown(moods: number[]): (number | null)[] {
  const left = moods.findIndex((value) => Math.abs(value) > 2);
  return left < 0 ? moods : moods.map((value, i) => (i < left ? value : null));
}

function SpringsTable({ run }: { run: Springs }) {
  const rows = run.time.flatMap((time, i) => (i % EVERY === 0 ? [[time.toFixed(0), mood(run.one[i]!), mood(run.other[i]!)]] : []));
  return <FiguresTable caption="Moods over time, arbitrary units" head={["Time", "One", "Other"]} rows={rows} />;
}

/** The moving picture: two lines that run together or drift apart, newest beat on the right. */
import { type Beat, verdict } from "../generated/repair.js";
import { Mark, markOf } from "./marks";
import type { Run } from "./run";
import { stateOf } from "./telling";

/** Beats in sight. */
const SPAN = 14;
const MIDDLE = 50;
/** In hundredths of the picture's height, by beats apart; the last holds for all beyond it. */
const GAPS = [4, 17, 25, 30];
const WAVE = 5;

interface Column {
  /** Index of the beat; below 0 before there was one. */
  at: number;
  yours: number;
  theirs: number;
}

export function DriftPicture({ run, beats, status }: { run: Run; beats: Beat[]; status: string }) {
  const { name, pair } = run.encounter;
  const now = run.acts.length;
  const columns = Array.from({ length: SPAN }, (_, i) => columnAt(beats, now - SPAN + 1 + i));
  const known = columns.filter(({ at }) => at >= 0);
  const last = columns.at(-1)!;
  const moving = run.way === "timed" ? "att-drift-moving" : ""; // beat by beat it steps
  return (
    <div class={`att-drift ${moving}`} role="img" aria-label={`You and ${name}: ${status}.`}>
      <div class="att-drift-strip">
        <div class={`att-drift-move ${now % 2 ? "att-drift-odd" : ""}`}>
          {columns.map(({ at }) => (
            <span key={at} class={`att-drift-cell ${at >= 0 ? `att-beat-${stateOf(beats[at]!, pair.window)}` : ""}`} />
          ))}
          <svg class="att-drift-lines" viewBox={`0 0 ${SPAN} 100`} preserveAspectRatio="none">
            <path class="att-drift-theirs" d={pathOf(known, "theirs", now)} />
            <path class="att-drift-yours" d={pathOf(known, "yours", now)} />
          </svg>
          <Head whose="theirs" at={last.theirs} />
          <Head whose="yours" at={last.yours} />
          {known.map((column) => <Marks key={column.at} {...{ column, run, now }} beat={beats[column.at]!} />)}
        </div>
      </div>
      <Name words={name} at={last.theirs} whose="theirs" />
      <Name words="You" at={last.yours} whose="yours" />
    </div>
  );
}

/** Both lines swing alike in step, and against each other out of it. */
function columnAt(beats: Beat[], at: number): Column {
  const apart = beats[at]?.apart ?? 0;
  const gap = GAPS[Math.min(apart, GAPS.length - 1)]!;
  const wave = WAVE * Math.sin(1.1 * at);
  return { at, yours: MIDDLE + gap + (apart > 0 ? -wave : wave), theirs: MIDDLE - gap + wave };
}

function xOf(at: number, now: number): number {
  return SPAN - 0.5 - (now - at);
}

function pathOf(columns: Column[], whose: "yours" | "theirs", now: number): string {
  const [first, ...rest] = columns;
  const start = `M ${xOf(first!.at, now)} ${first![whose]}`;
  const curves = rest.map((column, i) => {
    const [x, y] = [xOf(column.at, now), column[whose]];
    return `C ${x - 0.5} ${columns[i]![whose]} ${x - 0.5} ${y} ${x} ${y}`;
  });
  return [start, ...curves].join(" ");
}

interface MarksProps {
  column: Column;
  beat: Beat;
  run: Run;
  now: number;
}

function Marks({ column, beat, run, now }: MarksProps) {
  const left = `${(100 * xOf(column.at, now)) / SPAN}%`;
  const mark = markOf(run.acts[column.at], verdict(beat, run.encounter.pair.window));
  return (
    <>
      {beat.noticed === 1 ? <span class="att-drift-mark" style={{ left, top: `${column.theirs}%` }}><Mark kind="cue" /></span> : null}
      {mark ? <span class="att-drift-mark" style={{ left, top: `${column.yours}%` }}><Mark kind={mark} /></span> : null}
    </>
  );
}

/** Where a line has got to. */
function Head({ whose, at }: { whose: "yours" | "theirs"; at: number }) {
  const left = `${(100 * (SPAN - 0.5)) / SPAN}%`;
  return <span class={`att-drift-head att-drift-head-${whose}`} style={{ left, top: `${at}%` }} />;
}

function Name({ words, at, whose }: { words: string; at: number; whose: "yours" | "theirs" }) {
  return <span class={`att-drift-name att-drift-name-${whose}`} style={{ top: `${at}%` }}>{words}</span>;
}

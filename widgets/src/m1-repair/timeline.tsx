/** The whole conversation, beat by beat: patterns for where the two were, marks for what was done. */
import { type Beat, verdict } from "../generated/repair.js";
import { Drawing } from "../shared/drawing";
import { FiguresTable } from "../shared/figures_table";
import { Mark, MarkKey, markOf } from "./marks";
import { beatsOf, type Run, summaryOf } from "./run";
import { stateOf, stateWords } from "./telling";
import { actWords, insideWords, percent, trustWords } from "./words";

/** Beats in a row, so that each is wide enough to be seen on a telephone. */
const ROW = 20;

export function Timeline({ run }: { run: Run }) {
  const { name, pair } = run.encounter;
  const beats = beatsOf(run).slice(0, run.acts.length);
  const rows = Array.from({ length: Math.ceil(beats.length / ROW) }, (_, row) => row * ROW);
  return (
    <Drawing name="The whole conversation" takeaway={takeawayOf(run)} table={<BeatsTable run={run} beats={beats} />}>
      {rows.map((from) => (
        <div class="att-timeline" key={from} style={{ gridTemplateColumns: `repeat(${ROW}, minmax(0, 1fr))` }}>
          {beats.slice(from, from + ROW).map((beat, i) => (
            <Cell key={from + i} beat={beat} number={from + i + 1} act={run.acts[from + i]!} window={pair.window} />
          ))}
        </div>
      ))}
      <MarkKey name={name} />
    </Drawing>
  );
}

interface CellProps {
  beat: Beat;
  number: number;
  act: string;
  window: number;
}

function Cell({ beat, number, act, window }: CellProps) {
  const mark = markOf(act, verdict(beat, window));
  return (
    <span class="att-timeline-beat">
      <span class="att-timeline-slot">{beat.noticed === 1 ? <Mark kind="cue" /> : null}</span>
      <span class={`att-timeline-band att-beat-${stateOf(beat, window)}`} />
      <span class="att-timeline-slot">{mark ? <Mark kind={mark} /> : null}</span>
      <span class="att-timeline-number">{number === 1 || number % 5 === 0 ? number : ""}</span>
    </span>
  );
}

function BeatsTable({ run, beats }: { run: Run; beats: Beat[] }) {
  const { name, pair } = run.encounter;
  return (
    <FiguresTable
      caption="Beat by beat; trust in arbitrary units, as the beat begins"
      head={["Beat", "Where you were", "What you did", "Trust"]}
      rows={beats.map((beat, i) => [
        i + 1,
        beat.noticed === 1 ? `${stateWords("waits", name)}: the cue` : stateWords(stateOf(beat, pair.window), name),
        actWords(run.acts[i]!, beat, pair.window),
        trustWords(beat.trust),
      ])}
    />
  );
}

function takeawayOf(run: Run): string {
  const summary = summaryOf(run);
  const noticed = summary.cues === 1 ? "once" : `${summary.cues} times`;
  return `In step for ${percent(summary.in_step)} of ${run.acts.length} beats. ${run.encounter.name} noticed a mismatch ${noticed}. Of your repairs inside the window: ${insideWords(summary)}.`;
}

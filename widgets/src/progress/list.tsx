/** A module's exercises, each with what you have tried of it, and a way there. */
import { useLayoutEffect, useState } from "preact/hooks";
import { cardId, jumpTo } from "../shared/jump";
import { keepPlainKeys } from "../shared/plain_keys";
import { useId } from "../shared/use_id";
import type { Progress, ProgressState, Row } from "./progress";
import { Shape } from "./shape";
import { countWords, recordWords, rowWords, stageOf } from "./words";

const NOT_HERE = "is not on this page at the moment. In a notebook, run its cell first.";

export function ProgressList({ progress }: { progress: Progress }) {
  const state = useProgress(progress);
  const [missing, setMissing] = useState("");
  const titleId = useId();
  return (
    <section class="att-card att-progress" aria-labelledby={titleId} onKeyDown={keepPlainKeys}>
      <h2 class="att-title" id={titleId}>What you have tried</h2>
      <p>{countWords(state)} Skipping costs nothing; this list is for you.</p>
      <ul class="att-progress-rows" role="list">
        {state.rows.map((row) => (
          <ExerciseRow key={row.id} row={row} onMissing={() => setMissing(row.title)} onFound={() => setMissing("")} />
        ))}
      </ul>
      <p class="att-note" role="status">{missing === "" ? "" : `${missing} ${NOT_HERE}`}</p>
      <p class="att-record" role="status">{recordWords(state)}</p>
    </section>
  );
}

interface RowProps {
  row: Row;
  onFound(): void;
  onMissing(): void;
}

function ExerciseRow({ row, onFound, onMissing }: RowProps) {
  const go = (event: Event): void => {
    event.preventDefault(); // the address stays as it is: a notebook reads it as its own
    if (jumpTo(row.id)) onFound();
    else onMissing();
  };
  return (
    <li>
      <Shape stage={stageOf(row)} />
      <span class="att-progress-name">
        <a href={`#${cardId(row.id)}`} onClick={go}>{row.title}</a>
        <span class="att-minutes">about {row.minutes} minutes</span>
      </span>
      <span class="att-progress-state">{rowWords(row)}</span>
    </li>
  );
}

function useProgress(progress: Progress): ProgressState {
  const [state, setState] = useState(() => progress.state());
  useLayoutEffect(() => {
    setState(progress.state());
    return progress.watch(() => setState(progress.state()));
  }, [progress]);
  return state;
}

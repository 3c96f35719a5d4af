/** One quiet line at the card's foot: where the record is, and what is safe. */
import { useEffect, useState } from "preact/hooks";
import type { RecordPort, RecordState } from "./contract";

export function useRecord(record: RecordPort): RecordState {
  const [state, setState] = useState(() => record.state());
  useEffect(() => {
    setState(record.state());
    return record.watch(() => setState(record.state()));
  }, [record]);
  return state;
}

export function RecordLine({ record }: { record: RecordPort }) {
  const state = useRecord(record);
  return (
    <p class="att-record" role="status">
      {wordsFor(state)}
    </p>
  );
}

/** What the learner needs to know of the record now; exported for the help and for tests. */
export function wordsFor(state: RecordState): string {
  const refused = state.refused.at(-1);
  if (state.link === "silent") return silentWords(state);
  if (state.trouble) return troubleWords(state);
  if (refused) {
    return `Your record did not accept an attempt (${refused.reason}). It is kept aside in this browser; Help lets you save a copy.`;
  }
  if (state.attempts === null) return "";
  if (state.waiting > 0) return "Handing your attempt over to your record.";
  if (state.attempts === 0) return "Your record is empty so far.";
  return `Your record holds ${count(state.attempts, "attempt")}.`;
}

function troubleWords({ trouble, waiting }: RecordState): string {
  const safe = waiting > 0 ? " Your attempt is safe in this browser and is handed over again." : "";
  return `Your record could not be written (${trouble}).${safe}`;
}

function silentWords(state: RecordState): string {
  if (state.waiting === 0) {
    return "Your kernel is not answering. You can go on: nothing here depends on it.";
  }
  if (!state.browserKeeps) {
    return "Your kernel is not answering, and this browser keeps nothing once the page closes. Help lets you save a copy of your attempt.";
  }
  const [attempt, is] = state.waiting === 1 ? ["attempt", "is"] : ["attempts", "are"];
  return `Your kernel is not answering. Your ${attempt} ${is} safe in this browser and ${is} handed over when it is back.`;
}

export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

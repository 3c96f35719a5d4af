/** Help: what the keys do, how the model was made, where the record is, copy and erase. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Content, RecordPort } from "./contract";
import { takeFocus } from "./focus";
import { count, useRecord, wordsFor } from "./record_line";
import { useId } from "./use_id";

export interface Key {
  key: string;
  does: string;
}

interface HelpProps {
  content: Content;
  record: RecordPort;
  keys: Key[];
  made: string;
  onErased(): void;
  onClose(): void;
}

export function Help({ content, record, keys, made, onErased, onClose }: HelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => (opener as HTMLElement | null)?.focus?.();
  }, []);
  return (
    <dialog class="att-help" ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <h3 class="att-heading" id={titleId}>Help</h3>
      <h4 class="att-subheading">Keys</h4>
      <dl class="att-keys">
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt><kbd>{key}</kbd></dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h4 class="att-subheading">How this model was made</h4>
      <p>{made}</p>
      <h4 class="att-subheading">Where your record is kept</h4>
      <RecordCare record={record} exercise={content.exercise.id} onErased={onErased} />
      <div class="att-actions">
        <button type="button" class="att-button att-primary" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}

function RecordCare({ record, exercise, onErased }: { record: RecordPort; exercise: string; onErased(): void }) {
  const state = useRecord(record);
  const [said, setSaid] = useState("");
  const [asking, setAsking] = useState(false);
  const save = async (): Promise<void> => {
    const { records, whole } = await record.copy();
    download(`attunement-${exercise}.json`, JSON.stringify(records, null, 2));
    setSaid(whole ? `Saved ${count(records.length, "attempt")}.` : NOT_WHOLE);
  };
  const erase = async (): Promise<void> => {
    setAsking(false);
    const whole = await record.erase();
    onErased();
    setSaid(whole ? "Your attempts at this exercise are erased." : HALF_ERASED);
  };
  return (
    <div class="att-record-care">
      <p>
        {keptWhere(state.where)} It is yours: it is not marked, and not handed to your instructor.{" "}
        {wordsFor(state)}
      </p>
      <div class="att-row">
        <button type="button" class="att-button" onClick={save}>Save a copy</button>
        {asking ? null : (
          <button type="button" class="att-button" onClick={() => setAsking(true)}>Erase</button>
        )}
        {asking ? <ConfirmErasure onErase={erase} onKeep={() => setAsking(false)} /> : null}
      </div>
      <p class="att-note" role="status">{said}</p>
    </div>
  );
}

function keptWhere(where: string): string {
  if (where === "") return "Finished attempts are kept in this browser until your kernel has them.";
  return `Finished attempts are kept ${where}.`;
}

const NOT_WHOLE = "Your kernel is not answering, so this copy holds what this browser has.";
const HALF_ERASED =
  "What this browser kept is erased. The rest could not be erased just now: press Erase again later.";

function ConfirmErasure({ onErase, onKeep }: { onErase(): void; onKeep(): void }) {
  return (
    <span class="att-row" role="group" aria-label="Erase every attempt?">
      <span>Erase every attempt? This cannot be undone.</span>
      <button type="button" class="att-button att-caution" onClick={onErase}>Erase all</button>
      <button type="button" class="att-button" ref={takeFocus} onClick={onKeep}>
        Keep them
      </button>
    </span>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

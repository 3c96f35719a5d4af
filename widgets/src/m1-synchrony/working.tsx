/** What is seen of long work: nothing while it is short, then how far it is, and a way to stop. */
import { useEffect, useState } from "preact/hooks";
import type { Work } from "./use_work";

/** Milliseconds after which work counts as long. */
const LATE = 400;

interface WorkingProps {
  work: Work<unknown>;
  /** What is worked out: "a hundred pairs". */
  what: string;
}

export function Working({ work, what }: WorkingProps) {
  const late = useLate(work.at === "working");
  return (
    <div class="att-working" role="status">
      {work.at === "working" && late ? <Under work={work} what={what} /> : null}
      {work.at === "stopped" ? (
        <>
          <span>Stopped. Nothing is lost.</span>
          <button type="button" class="att-button" onClick={work.again}>Work out {what}</button>
        </>
      ) : null}
    </div>
  );
}

/** The same in the room that a picture will take. */
export function WorkingRoom(props: WorkingProps) {
  return <div class="att-lab-room"><Working {...props} /></div>;
}

function Under({ work, what }: WorkingProps) {
  return (
    <>
      <span>Working out {what}</span>
      <progress aria-label={`Working out ${what}`} value={work.share} max="1" />
      <button type="button" class="att-button att-quiet-button" onClick={work.stop}>Stop</button>
    </>
  );
}

function useLate(working: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!working) return undefined;
    const timer = setTimeout(() => setLate(true), LATE);
    return () => clearTimeout(timer);
  }, [working]);
  return late;
}

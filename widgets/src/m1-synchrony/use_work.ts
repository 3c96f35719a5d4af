/** A job as a view sees it: how far it is, what it came to, and a way to call it off. */
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Job, ResultOf } from "./jobs";
import type { Workshop } from "./workshop";

export const WorkshopContext = createContext<Workshop | null>(null);

export interface Work<T> {
  /** What the last finished job came to; null before the first. */
  result: T | null;
  at: "working" | "done" | "stopped";
  /** How much of it is done, 0 to 1. */
  share: number;
  stop(): void;
  again(): void;
}

interface State<T> {
  result: T | null;
  at: Work<T>["at"];
  share: number;
}

/** Do a job, and do it anew whenever it is another (by identity: memoise it). Null is no job. */
export function useWork<J extends Job>(job: J | null): Work<ResultOf<J>> {
  const workshop = useContext(WorkshopContext);
  if (!workshop) throw new Error("this part of the lab must stand inside its workshop");
  const [state, setState] = useState<State<ResultOf<J>>>({ result: null, at: "working", share: 0 });
  const [turn, setTurn] = useState(0);
  const [stop, setStop] = useState(() => () => undefined as void);
  useEffect(() => {
    if (!job) return undefined;
    setState((last) => ({ ...last, at: "working", share: 0 }));
    const callOff = workshop.order(
      job,
      (share) => setState((last) => ({ ...last, share })),
      (result) => setState({ result, at: "done", share: 1 }),
    );
    setStop(() => () => {
      callOff();
      setState((last) => ({ ...last, at: "stopped" }));
    });
    return callOff;
  }, [job, turn, workshop]);
  return { ...state, stop, again: () => setTurn(turn + 1) };
}

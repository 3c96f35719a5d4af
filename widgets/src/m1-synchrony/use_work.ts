/** A job as a view sees it: how far it is, what it came to, and a way to call it off. */
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Job, ResultOf } from "./jobs";
import type { Workshop } from "./workshop";

export const WorkshopContext = createContext<Workshop | null>(null);

export interface Work<T> {
  /** What this job came to; null until it has. */
  result: T | null;
  /** What the job before it came to, to be shown for the moment that this one takes. */
  last: T | null;
  at: "working" | "done" | "stopped";
  /** How much of it is done, 0 to 1. */
  share: number;
  stop(): void;
  again(): void;
}

interface State<J extends Job> {
  /** The job that the rest is about. */
  job: J | null;
  at: Work<unknown>["at"];
  share: number;
  last: ResultOf<J> | null;
}

/** Do a job, and do it anew whenever it is another (by identity: memoise it). Null is no job. */
export function useWork<J extends Job>(job: J | null): Work<ResultOf<J>> {
  const workshop = useContext(WorkshopContext);
  if (!workshop) throw new Error("this part of the lab must stand inside its workshop");
  const [state, setState] = useState<State<J>>({ job, at: "working", share: 0, last: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setState(({ last }) => ({ job, at: "working", share: 0, last }));
    if (!job) return undefined;
    return workshop.order(
      job,
      (share) => setState((was) => (was.at === "working" ? { ...was, share } : was)),
      (result) => setState({ job, at: "done", share: 1, last: result }),
    );
  }, [job, turn, workshop]);
  const current = state.job === job;
  return {
    result: current && state.at === "done" ? state.last : null,
    last: state.last,
    at: current ? state.at : "working",
    share: current ? state.share : 0,
    stop: () => {
      if (job) workshop.callOff(job);
      setState((was) => ({ ...was, at: "stopped" }));
    },
    again: () => setTurn(turn + 1),
  };
}

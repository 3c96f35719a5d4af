/** What runs in the worker: takes jobs, tells how far they are, answers with what they come to. */
import { type Job, stepsOf } from "./jobs";
import { inSlices } from "./slices";

export type ToWorker = { id: number; job: Job } | { cancel: number };

export type FromWorker =
  | { ready: true }
  | { id: number; share: number }
  /** `took` is milliseconds of work, from the first step to the last. */
  | { id: number; result: unknown; took: number };

/** Long enough to lose little between slices, short enough that a cancel is heard at once. */
const SLICE = 30;

interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

const scope = self as unknown as Scope;
const wanted = new Set<number>();

async function serve(id: number, job: Job): Promise<void> {
  wanted.add(id);
  const start = performance.now();
  const isWanted = (): boolean => wanted.has(id);
  const result = await inSlices(stepsOf(job), SLICE, isWanted, (share) => scope.postMessage({ id, share }));
  if (wanted.delete(id)) scope.postMessage({ id, result, took: performance.now() - start });
}

scope.onmessage = ({ data }) => {
  if ("cancel" in data) wanted.delete(data.cancel);
  else void serve(data.id, data.job);
};
scope.postMessage({ ready: true });

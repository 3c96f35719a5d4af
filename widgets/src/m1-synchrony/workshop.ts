/**
 * Where long work is done: in a worker, so that the page stays free; where none can be started
 * (a policy forbids it, or the browser has none), in the page itself, a few milliseconds at a time.
 */
import { type Job, type ResultOf, stepsOf } from "./jobs";
import { inSlices } from "./slices";
import type { FromWorker, ToWorker } from "./worker";

/** Milliseconds of the page's own time at once: half a frame. */
const SLICE = 8;
/** How long a worker may take to say that it is there. */
const PATIENCE = 3000;
/** Each finished job is measured under this name, for tests and for anyone's profiler. */
export const WORK_MEASURE = "att-work";

/** What is used of a worker. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

interface Order {
  job: Job;
  tell(share: number): void;
  done(result: unknown): void;
}

export class Workshop {
  readonly #orders = new Map<number, Order>();
  readonly #start: () => WorkerLike;
  #worker: Promise<WorkerLike | null> | null = null;
  #last = 0;

  constructor(start: () => WorkerLike) {
    this.#start = start;
  }

  /** Begin a job; what is returned calls it off. `done` is not called after that. */
  order<J extends Job>(job: J, tell: (share: number) => void, done: (result: ResultOf<J>) => void): () => void {
    const id = (this.#last += 1);
    this.#orders.set(id, { job, tell, done: done as Order["done"] });
    void this.#place(id);
    return () => this.#cancel(id);
  }

  /** Call off whatever was ordered of this job. */
  callOff(job: Job): void {
    for (const [id, order] of this.#orders) if (order.job === job) this.#cancel(id);
  }

  dispose(): void {
    this.#orders.clear();
    void this.#worker?.then((worker) => worker?.terminate());
    this.#worker = null;
  }

  #cancel(id: number): void {
    if (this.#orders.delete(id)) void this.#worker?.then((worker) => worker?.postMessage({ cancel: id }));
  }

  async #place(id: number): Promise<void> {
    this.#worker ??= this.#open();
    const worker = await this.#worker;
    const order = this.#orders.get(id);
    if (order && worker) worker.postMessage({ id, job: order.job });
    else if (order) await this.#doHere(id, order);
  }

  async #doHere(id: number, { job, tell }: Order): Promise<void> {
    const start = performance.now();
    const result = await inSlices(stepsOf(job), SLICE, () => this.#orders.has(id), tell);
    if (result !== null) this.#finish(id, result, performance.now() - start, "page");
  }

  #finish(id: number, result: unknown, took: number, by: "worker" | "page"): void {
    const order = this.#orders.get(id);
    this.#orders.delete(id);
    if (order) measure(order.job.kind, took, by);
    order?.done(result);
  }

  /** The worker once it has said that it is there; null where it never will. */
  #open(): Promise<WorkerLike | null> {
    return new Promise((resolve) => {
      let worker: WorkerLike;
      try {
        worker = this.#start();
      } catch {
        return resolve(null);
      }
      const silence = setTimeout(() => give(null), PATIENCE);
      const give = (found: WorkerLike | null): void => {
        clearTimeout(silence);
        if (!found) worker.terminate();
        resolve(found);
      };
      worker.onmessage = ({ data }) => ("ready" in data ? give(worker) : this.#hear(data));
      worker.onerror = () => {
        give(null);
        this.#takeOver();
      };
    });
  }

  #hear(message: Exclude<FromWorker, { ready: true }>): void {
    if ("share" in message) this.#orders.get(message.id)?.tell(message.share);
    else this.#finish(message.id, message.result, message.took, "worker");
  }

  /** A worker that broke down: what it had begun is done here, and all that follows. */
  #takeOver(): void {
    const begun = this.#worker;
    this.#worker = Promise.resolve(null);
    void begun?.then((worker) => {
      if (worker) for (const [id, order] of this.#orders) void this.#doHere(id, order);
    });
  }
}

/** Start a worker from its code; throws where this page may not. */
export function startWorker(code: string): WorkerLike {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } finally {
    setTimeout(() => URL.revokeObjectURL(address), PATIENCE); // by then it has been read
  }
}

function measure(kind: string, took: number, by: string): void {
  if (typeof performance.measure !== "function") return;
  performance.measure(WORK_MEASURE, { start: performance.now() - took, duration: took, detail: { kind, by } });
}

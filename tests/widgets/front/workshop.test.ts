import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { RATE, type Susy, susy } from "../../../widgets/src/generated/synchrony.js";
import { remembering } from "../../../widgets/src/generated/series.js";
import { type SusyJob, stepsOf } from "../../../widgets/src/m1-synchrony/jobs";
import { inSlices } from "../../../widgets/src/m1-synchrony/slices";
import type { FromWorker, ToWorker } from "../../../widgets/src/m1-synchrony/worker";
import code from "../../../widgets/src/m1-synchrony/worker?worker";
import { WORK_MEASURE, type WorkerLike, Workshop } from "../../../widgets/src/m1-synchrony/workshop";

const PAIR = [remembering(1, 300, 0.9), remembering(2, 300, 0.9)];
const JOB: SusyJob = { kind: "susy", pair: PAIR, segment: 10 * RATE, mostLag: RATE, way: "segments", surrogates: 25, seed: 4 };
const FOUND = susy(PAIR[0]!, PAIR[1]!, 10 * RATE, RATE, 25, "segments", 4);
const LONG: SusyJob = { ...JOB, way: "samples", surrogates: 5000 };

/** The worker's own code, run as a worker would, in a context without a page. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  readonly heard: ToWorker[] = [];
  terminated = false;
  readonly #scope: { onmessage?: (event: { data: ToWorker }) => void; postMessage(data: FromWorker): void };

  constructor() {
    this.#scope = { postMessage: (data) => void setTimeout(() => this.#say(data), 0) };
    runInContext(code, createContext({ self: this.#scope, performance, setTimeout }));
  }

  postMessage(message: ToWorker): void {
    this.heard.push(message);
    this.#scope.onmessage!({ data: JSON.parse(JSON.stringify(message)) as ToWorker });
  }

  breakDown(): void {
    this.onerror!({} as ErrorEvent);
  }

  terminate(): void {
    this.terminated = true;
  }

  #say(data: FromWorker): void {
    if (!this.terminated) this.onmessage?.({ data: JSON.parse(JSON.stringify(data)) as FromWorker } as MessageEvent<FromWorker>);
  }
}

const forbidden = (): never => {
  throw new Error("a policy forbids workers");
};

function finished(workshop: Workshop, job: SusyJob, shares: number[] = []): Promise<Susy> {
  return new Promise((resolve) => workshop.order(job, (share) => shares.push(share), resolve));
}

const soon = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const lastMeasure = (): { by: string; kind: string } =>
  (performance.getEntriesByName(WORK_MEASURE).at(-1) as PerformanceMeasure).detail as never;

describe("the workshop", () => {
  test("has the worker find what the model finds", async () => {
    const workshop = new Workshop(() => new FakeWorker());
    assert.deepEqual(await finished(workshop, JOB), FOUND);
    assert.deepEqual(lastMeasure(), { kind: "susy", by: "worker" });
    workshop.dispose();
  });

  test("starts one worker for all its orders, and only when there is one", async () => {
    let started = 0;
    const workshop = new Workshop(() => (started += 1, new FakeWorker()));
    assert.equal(started, 0);
    await Promise.all([finished(workshop, JOB), finished(workshop, JOB)]);
    await finished(workshop, JOB);
    assert.equal(started, 1);
    workshop.dispose();
  });

  test("works in the page, in slices, where no worker can be started", async () => {
    const workshop = new Workshop(forbidden);
    assert.deepEqual(await finished(workshop, JOB), FOUND);
    assert.deepEqual(lastMeasure(), { kind: "susy", by: "page" });
    const shares: number[] = [];
    await finished(workshop, LONG, shares);
    assert.ok(shares.length > 2 && shares.every((share, i) => i === 0 || share > shares[i - 1]!), shares.join());
  });

  test("takes over what a worker had begun that broke down", async () => {
    const worker = new FakeWorker();
    const workshop = new Workshop(() => worker);
    await finished(workshop, JOB);
    const result = finished(workshop, { ...LONG, surrogates: 60 });
    await soon(0);
    worker.breakDown();
    assert.ok(worker.terminated);
    assert.equal((await result).means.length, 60);
    assert.equal(lastMeasure().by, "page");
    assert.deepEqual(await finished(workshop, JOB), FOUND);
  });

  test("never answers for what was called off, and the worker hears of it", async () => {
    const worker = new FakeWorker();
    const workshop = new Workshop(() => worker);
    await finished(workshop, JOB);
    let answered = false;
    const callOff = workshop.order(LONG, () => undefined, () => (answered = true));
    await soon(80);
    callOff();
    assert.deepEqual(await finished(workshop, JOB), FOUND);
    assert.ok(worker.heard.some((message) => "cancel" in message));
    await soon(100);
    assert.equal(answered, false);
    workshop.dispose();
    assert.ok((await soon(0), worker.terminated));
  });
});

describe("work in slices", () => {
  test("lets others in between, and stops where it is no longer wanted", async () => {
    let others = 0;
    const timer = setInterval(() => (others += 1), 1);
    let left = 3;
    const result = await inSlices(stepsOf(LONG), 5, () => (left -= 1) > 0, () => undefined);
    clearInterval(timer);
    assert.equal(result, null);
    assert.ok(others > 0);
  });
});

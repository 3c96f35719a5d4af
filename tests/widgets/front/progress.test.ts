import { drawn, freshElement, freshPlace, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { Count, ProgressContent } from "../../../widgets/src/progress/content";
import widget, { mountProgress } from "../../../widgets/src/progress/index";
import { Progress } from "../../../widgets/src/progress/progress";
import { countWords, momentWords, recordWords, rowWords, stageOf } from "../../../widgets/src/progress/words";
import type { Attempt } from "../../../widgets/src/shared/contract";
import { cardId } from "../../../widgets/src/shared/jump";
import { lineOf } from "../../../widgets/src/shared/kernel";
import type { FromKernel } from "../../../widgets/src/shared/line";
import { KernelRecord } from "../../../widgets/src/shared/record";
import { Kernel } from "./kernel";

const PATIENCE = 15;
const CONTENT: ProgressContent = {
  module: { id: "m2", title: "Empathy" },
  exercises: [
    { id: "m2-talk", title: "A talk", minutes: 20 },
    { id: "m2-mix", title: "A <b>mix</b>", minutes: 12 },
    { id: "m2-recall", title: "What do we know?", minutes: 10 },
  ],
};

/** A kernel that says with each greeting how often every exercise was tried. */
class CountingKernel extends Kernel {
  counts: Count[] = CONTENT.exercises.map(({ id }) => ({ id, tried: 0, reached: null }));

  set(id: string, tried: number, reached: boolean | null): void {
    this.counts = this.counts.map((count) => (count.id === id ? { id, tried, reached } : count));
  }

  /** A list that never stopped asking would hang its test; so it fails. */
  override send(message: unknown): void {
    assert.ok(this.count("hello") < 100, "the list asks without end");
    super.send(message);
  }

  override here(): void {
    const place = { owner: this.owner, attempts: 9, where: "in your own folder, ~/record" };
    this.say({ type: "here", ...place, exercises: this.counts } as FromKernel);
  }
}

function attempt(id: string, exercise: string): Attempt {
  return { id, exercise, version: 1, started: "s", finished: "f", answer: { met: true } };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let kernel: CountingKernel;
let progress: Progress;
let unmount: () => void;

/** The list on a page, with a kernel that may be hushed. */
async function open(element: HTMLElement, owner = kernel.owner): Promise<void> {
  const times = { patience: PATIENCE, interval: 20 };
  progress = new Progress({ content: CONTENT, owner, line: lineOf(kernel), storage: localStorage, ...times });
  unmount = mountProgress(element, progress);
  await drawn();
}

function rows(): string[] {
  return [...document.querySelectorAll("li .att-progress-state")].map((state) => state.textContent!);
}

function shapes(): string[] {
  return [...document.querySelectorAll("li svg")].map((shape) => shape.getAttribute("class")!.split("att-is-")[1]!);
}

/** Another exercise of this page, whose kernel keeps nothing until it is told to. */
function exerciseOf(line: Kernel, exercise: string): KernelRecord {
  return new KernelRecord({ owner: line.owner, exercise, line: lineOf(line), storage: localStorage, patience: PATIENCE, interval: 20 });
}

beforeEach(() => {
  kernel = new CountingKernel(CONTENT);
});

describe("the list of a module's exercises", () => {
  afterEach(() => {
    unmount();
    progress.dispose();
  });

  test("says of each in words and by a shape what was tried, in the module's order", async () => {
    kernel.set("m2-talk", 3, false);
    kernel.set("m2-mix", 2, true);
    await open(freshPlace());
    assert.deepEqual(rows(), ["Tried 3 times", "Reached what it looks for; tried twice", "Not tried yet"]);
    assert.deepEqual(shapes(), ["tried", "reached", "untried"]);
    assert.ok(text().includes("2 of 3 exercises tried. Skipping costs nothing; this list is for you."));
    assert.ok(text().includes("Read from your record, in your own folder, ~/record. Nobody else is shown it."));
    assert.ok(text().includes("A <b>mix</b>about 12 minutes"));
  });

  test("changes at once when the kernel keeps or erases an attempt", async () => {
    await open(freshPlace());
    assert.deepEqual(rows(), ["Not tried yet", "Not tried yet", "Not tried yet"]);
    kernel.set("m2-recall", 1, null);
    kernel.here();
    await drawn();
    assert.equal(rows()[2], "Tried once");
    assert.ok(text().includes("1 of 3 exercises tried."));
    kernel.set("m2-recall", 0, null);
    kernel.here();
    await drawn();
    assert.deepEqual(shapes(), ["untried", "untried", "untried"]);
  });

  test("looks in the record again when the page is looked at again", async () => {
    await open(freshPlace());
    kernel.set("m2-talk", 1, true);
    window.dispatchEvent(new Event("focus"));
    await drawn();
    assert.equal(rows()[0], "Reached what it looks for; tried once");
  });

  test("leads to the exercise's card, and says so where that is not on the page", async () => {
    const place = freshPlace();
    await open(place);
    const links = [...document.querySelectorAll<HTMLAnchorElement>("li a")];
    links[0]!.click();
    await drawn();
    assert.ok(text().includes("A talk is not on this page at the moment. In a notebook, run its cell first."));
    const card = document.body.appendChild(document.createElement("section"));
    card.id = cardId("m2-talk");
    links[0]!.click();
    await drawn();
    assert.equal(document.activeElement, card);
    assert.ok(!text().includes("at the moment"));
    assert.equal(window.location.hash, "");
  });

  test("says as of when it holds once the kernel is silent, and what is safe", async () => {
    kernel.set("m2-talk", 1, false);
    await open(freshPlace());
    kernel.alive = false;
    window.dispatchEvent(new Event("focus"));
    await pause(2 * PATIENCE);
    await drawn();
    assert.equal(rows()[0], "Tried once");
    assert.match(
      text(),
      /Your kernel is not answering\. This list is as of \d\d:\d\d\. Your record is safe, and what you finish now is kept in this browser\./,
    );
    kernel.alive = true;
    await pause(60);
    assert.ok(text().includes("Nobody else is shown it."));
  });

  test("does not pretend to know where the kernel never answered", async () => {
    kernel.alive = false;
    await open(freshPlace());
    await pause(2 * PATIENCE);
    await drawn();
    assert.ok(text().includes("This list cannot say what you have tried. Your record is safe"));
    assert.ok(!text().includes("Not tried yet"));
    assert.deepEqual(shapes(), ["unknown", "unknown", "unknown"]);
  });

  test("shows what waits in this browser, and finds out at once that the kernel has gone", async (t) => {
    kernel.set("m2-mix", 1, false);
    await open(freshPlace());
    const gone = new Kernel();
    gone.alive = kernel.alive = false;
    const record = exerciseOf(gone, "m2-talk");
    t.after(() => record.dispose());
    record.hand(attempt("a", "m2-talk"));
    await drawn();
    assert.deepEqual(rows(), ["Tried once; it waits in this browser", "Tried once", "Not tried yet"]);
    assert.ok(text().includes("2 of 3 exercises tried."));
    await pause(2 * PATIENCE);
    await drawn();
    assert.ok(text().includes("What waits is safe in this browser, and is handed over when your kernel is back."));
    gone.alive = kernel.alive = true;
    kernel.set("m2-talk", 1, true);
    await pause(80);
    assert.deepEqual(rows(), ["Reached what it looks for; tried once", "Tried once", "Not tried yet"]);
  });

  test("forgets what waits when that is erased, with nobody answering", async (t) => {
    await open(freshPlace());
    const gone = new Kernel();
    gone.alive = false;
    const record = exerciseOf(gone, "m2-talk");
    t.after(() => record.dispose());
    record.hand(attempt("a", "m2-talk"));
    void record.erase();
    await drawn();
    assert.equal(rows()[0], "Not tried yet");
  });

  test("shows what waits on this learner's shelf, not on another's", async () => {
    const place = freshPlace();
    const earlier = exerciseOf(Object.assign(new Kernel(), { owner: "learner-2", alive: false }), "m2-talk");
    earlier.hand(attempt("a", "m2-talk"));
    earlier.dispose();
    await open(place, "learner-1");
    assert.equal(rows()[0], "Not tried yet");
    kernel.owner = "learner-2";
    kernel.here();
    await drawn();
    assert.equal(rows()[0], "Tried once; it waits in this browser");
  });

  test("asks no faster for an attempt that keeps waiting", async (t) => {
    await open(freshPlace());
    const full = new Kernel();
    full.keep = ({ id }) => full.say({ type: "unkept", id, reason: "No space left on device" });
    const record = exerciseOf(full, "m2-talk");
    t.after(() => record.dispose());
    record.hand(attempt("a", "m2-talk"));
    await pause(100);
    assert.ok(kernel.count("hello") <= 3, `${kernel.count("hello")} greetings`);
  });
});

describe("the list's words", () => {
  const row = { id: "m2-talk", title: "A talk", minutes: 20, tried: 0, reached: null, waiting: 0 };
  const state = { link: "here" as const, where: "here", heard: new Date(), browserKeeps: true, rows: [row] };

  test("count once, twice and on, and tell what waits from what is kept", () => {
    assert.equal(rowWords({ ...row, tried: 1 }), "Tried once");
    assert.equal(rowWords({ ...row, tried: 12, reached: false }), "Tried 12 times");
    assert.equal(rowWords({ ...row, waiting: 2 }), "Tried twice; they wait in this browser");
    assert.equal(rowWords({ ...row, tried: 1, waiting: 1 }), "Tried twice, of which 1 waits in this browser");
    assert.equal(stageOf({ ...row, tried: null, waiting: 1 }), "tried");
  });

  test("say that they are looking until the kernel has had its time", () => {
    const rows = [{ ...row, tried: null }];
    assert.equal(countWords({ ...state, link: "asking", rows }), "Looking in your record.");
    assert.equal(countWords({ ...state, link: "silent", rows }), "");
  });

  test("agree in number with one exercise", () => {
    assert.equal(countWords(state), "0 of 1 exercise tried.");
  });

  test("do not call safe what this browser does not keep", () => {
    const silent = { ...state, link: "silent" as const, browserKeeps: false };
    assert.match(recordWords(silent), /this browser keeps nothing once the page closes/);
  });

  test("name the day where it is another one", () => {
    const then = new Date(2026, 0, 5, 9, 3);
    assert.equal(momentWords(then, new Date(2026, 0, 5, 17, 0)), "09:03");
    assert.equal(momentWords(then, new Date(2026, 0, 6, 8, 0)), "09:03 on 5 January");
  });
});

test("as a widget it takes itself away without a trace", async () => {
  const element = freshPlace();
  const close = widget.render({ model: kernel, el: element });
  await drawn();
  assert.equal(rows().length, 3);
  close();
  assert.equal(kernel.listeners, 0);
  assert.equal(element.textContent, "");
  assert.equal(freshElement().textContent, "");
});

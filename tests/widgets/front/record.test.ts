import "./page";
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import type { Attempt } from "../../../widgets/src/shared/contract";
import type { FromKernel, Line, ToKernel } from "../../../widgets/src/shared/line";
import { KernelRecord } from "../../../widgets/src/shared/record";
import { wordsFor } from "../../../widgets/src/shared/record_line";

const PATIENCE = 15;
const KEY = "attunement:learner-1:m2-dialogue:pending";

function attempt(id: string): Attempt {
  return { id, exercise: "m2-dialogue", version: 1, started: "s", finished: "f", answer: { acts: [] } };
}

/** Both ends of a line by hand: what was sent, and a way to speak as the kernel. */
class Hand implements Line {
  sent: ToKernel[] = [];
  onSend: (message: ToKernel) => void = () => undefined;
  #hear: (message: FromKernel) => void = () => undefined;

  send(message: ToKernel): void {
    this.sent.push(message);
    this.onSend(message);
  }

  listen(hear: (message: FromKernel) => void): () => void {
    this.#hear = hear;
    return () => {
      this.#hear = () => undefined;
    };
  }

  say(message: FromKernel): void {
    this.#hear(message);
  }

  here(owner = "learner-1"): void {
    this.say({ type: "here", owner, attempts: 0, where: "in your own folder" });
  }

  attempts(): string[] {
    return this.sent.flatMap((message) => (message.type === "attempt" ? [message.attempt.id] : []));
  }
}

function open(line: Line, owner = "learner-1", storage: Storage | null = localStorage): KernelRecord {
  return new KernelRecord({ owner, exercise: "m2-dialogue", line, storage, patience: PATIENCE, interval: 20 });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("the learner's record", () => {
  beforeEach(() => localStorage.clear());

  test("says hello when it opens", (t) => {
    const line = new Hand();
    t.after(() => record.dispose());
    const record = open(line);
    assert.deepEqual(line.sent, [{ type: "hello" }]);
  });

  test("keeps an attempt in this browser before it is sent", (t) => {
    const line = new Hand();
    const record = open(line);
    t.after(() => record.dispose());
    let held: string | null = null;
    line.onSend = () => (held = localStorage.getItem(KEY));
    record.hand(attempt("a"));
    assert.match(held ?? "", /"id":"a"/);
  });

  test("lets go of an attempt only when it is kept, and hears of it twice without harm", (t) => {
    const line = new Hand();
    const record = open(line);
    t.after(() => record.dispose());
    record.hand(attempt("a"));
    record.hand(attempt("b"));
    line.say({ type: "kept", id: "a", attempts: 1 });
    line.say({ type: "kept", id: "a", attempts: 1 });
    assert.equal(record.state().waiting, 1);
    assert.match(localStorage.getItem(KEY)!, /"id":"b"/);
    line.say({ type: "kept", id: "b", attempts: 2 });
    assert.equal(localStorage.getItem(KEY), null);
    assert.equal(wordsFor(record.state()), "Your record holds 2 attempts.");
  });

  test("hands over what an earlier visit left, once the kernel is here", (t) => {
    const before = new Hand();
    const earlier = open(before);
    earlier.hand(attempt("a"));
    earlier.dispose();
    const line = new Hand();
    const record = open(line);
    t.after(() => record.dispose());
    assert.deepEqual(line.attempts(), []);
    line.here();
    assert.deepEqual(line.attempts(), ["a"]);
  });

  test("sets a refused attempt aside, says why, and sends it no more", async (t) => {
    const line = new Hand();
    const record = open(line);
    t.after(() => record.dispose());
    record.hand(attempt("a"));
    line.say({ type: "refused", id: "a", reason: "acts: no act is called applaud" });
    line.here();
    assert.deepEqual(line.attempts(), ["a"]);
    assert.equal(
      wordsFor(record.state()),
      "Your record did not accept an attempt (acts: no act is called applaud). It is kept aside in this browser; Help lets you save a copy.",
    );
    const copy = record.copy();
    line.say({ type: "exported", records: [] });
    assert.deepEqual((await copy).records, [attempt("a")]);
  });

  test("holds on to an attempt that could not be written, and tries again", async (t) => {
    const line = new Hand();
    const record = open(line);
    t.after(() => record.dispose());
    record.hand(attempt("a"));
    line.say({ type: "unkept", id: "a", reason: "No space left on device" });
    assert.equal(
      wordsFor(record.state()),
      "Your record could not be written (No space left on device). Your attempt is safe in this browser and is handed over again.",
    );
    line.onSend = (message) => message.type === "hello" && line.here();
    await pause(40);
    assert.ok(line.attempts().length >= 2);
  });

  test("says what is safe when nobody answers, and hands over when somebody does", async (t) => {
    const line = new Hand();
    const record = open(line);
    t.after(() => record.dispose());
    record.hand(attempt("a"));
    await pause(2 * PATIENCE);
    assert.equal(
      wordsFor(record.state()),
      "Your kernel is not answering. Your attempt is safe in this browser and is handed over when it is back.",
    );
    line.sent = [];
    line.here();
    assert.deepEqual(line.attempts(), ["a"]);
    assert.equal(record.state().link, "here");
  });

  test("keeps asking a silent kernel", async (t) => {
    const line = new Hand();
    const record = open(line);
    t.after(() => record.dispose());
    await pause(100);
    assert.ok(line.sent.filter(({ type }) => type === "hello").length >= 2);
  });

  test("asks again when the page is looked at again", (t) => {
    const line = new Hand();
    const record = open(line);
    t.after(() => record.dispose());
    window.dispatchEvent(new Event("focus"));
    assert.deepEqual(line.sent, [{ type: "hello" }, { type: "hello" }]);
  });

  test("is not upset by a line that throws", async (t) => {
    const line = new Hand();
    line.onSend = () => {
      throw new Error("the kernel is dead");
    };
    const record = open(line);
    t.after(() => record.dispose());
    record.hand(attempt("a"));
    await pause(2 * PATIENCE);
    assert.equal(record.state().waiting, 1);
    assert.equal(record.state().link, "silent");
  });

  test("hands nothing of one learner to another", (t) => {
    const earlier = open(new Hand());
    earlier.hand(attempt("a"));
    earlier.dispose();
    const line = new Hand();
    const record = open(line, "learner-1");
    t.after(() => record.dispose());
    line.here("learner-2");
    assert.deepEqual(line.attempts(), []);
    assert.match(localStorage.getItem(KEY)!, /"id":"a"/);
  });

  test("takes along what it kept before the kernel named its learner", (t) => {
    const line = new Hand();
    const record = open(line, "");
    t.after(() => record.dispose());
    record.write("draft", { seed: 3 });
    record.hand(attempt("a"));
    line.here("learner-1");
    assert.deepEqual(line.attempts(), ["a", "a"]);
    assert.deepEqual(record.read("draft"), { seed: 3 });
    assert.deepEqual(Object.keys(localStorage).filter((key) => key.includes("unknown")), []);
  });

  test("says so where the browser keeps nothing, and still hands over", async (t) => {
    const full = { setItem: refuse, removeItem: refuse, getItem: () => null } as unknown as Storage;
    const line = new Hand();
    const record = open(line, "learner-1", full);
    t.after(() => record.dispose());
    record.hand(attempt("a"));
    await pause(2 * PATIENCE);
    assert.match(wordsFor(record.state()), /this browser keeps nothing once the page closes/);
    line.here();
    assert.deepEqual(line.attempts(), ["a", "a"]);
  });

  test("erases everything, and says when that was only this browser's part", async (t) => {
    const line = new Hand();
    const record = open(line);
    t.after(() => record.dispose());
    record.hand(attempt("a"));
    record.write("draft", 1);
    record.write("notes", 2);
    const whole = record.erase();
    line.say({ type: "erased" });
    assert.equal(await whole, true);
    assert.deepEqual(Object.keys(localStorage), []);
    assert.equal(await record.erase(), false);
  });

  test("gives a copy of what is here when nobody answers", async (t) => {
    const record = open(new Hand());
    t.after(() => record.dispose());
    record.hand(attempt("a"));
    assert.deepEqual(await record.copy(), { records: [attempt("a")], whole: false });
  });

  test("stops listening and asking when it is put away", async () => {
    const line = new Hand();
    const record = open(line);
    record.dispose();
    line.sent = [];
    window.dispatchEvent(new Event("focus"));
    await pause(60);
    assert.deepEqual(line.sent, []);
  });

  test("treats a half-written value as absent", (t) => {
    localStorage.setItem(KEY, '[{"id":');
    const record = open(new Hand());
    t.after(() => record.dispose());
    assert.equal(record.state().waiting, 0);
  });
});

function refuse(): never {
  throw new Error("QuotaExceededError");
}

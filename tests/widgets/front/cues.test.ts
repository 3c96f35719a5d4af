import { buttonNamed, choose, drawn, freshElement, freshPlace, press, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { open_ones, reported } from "../../../widgets/src/generated/cue_readers.js";
import { CHANNELS, COMMON, CUES, STATES } from "../../../widgets/src/generated/cue_tables.js";
import { in_tenths } from "../../../widgets/src/generated/shares.js";
import { describe as wordsFor, phraseOf } from "../../../widgets/src/m1-cues/cue_words";
import { leftOf, withShare } from "../../../widgets/src/m1-cues/hand_out";
import { hadYou } from "../../../widgets/src/m1-cues/had_you";
import widget from "../../../widgets/src/m1-cues/index";
import { isMet, meetingsOf, newRun, partsOf, type Prediction, type Reading, type Run } from "../../../widgets/src/m1-cues/run";
import { tuneOf } from "../../../widgets/src/m1-cues/tune";
import { gainWords } from "../../../widgets/src/m1-cues/ways_met";
import { Kernel } from "./kernel";
import { cues } from "./cue_content";

interface Answer { seed: number; prediction: Prediction; readings: Reading[]; met: boolean }

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

const sliders = (): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>('input[type="range"]')];

async function slide(slider: HTMLInputElement, value: number): Promise<void> {
  slider.value = String(value);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}

async function begin(likeliest = 9, channel = "voice"): Promise<void> {
  await slide(sliders()[0]!, likeliest);
  root.querySelector<HTMLInputElement>(`input[value="${channel}"]`)!.click();
  await drawn();
  await choose("Meet the first person");
}

async function handOut(shares: number[]): Promise<void> {
  for (const [i, share] of shares.entries()) if (share > 0) await slide(sliders()[i]!, share);
}

async function meet(shares: number[], asked: boolean): Promise<void> {
  await handOut(shares);
  await choose(asked ? /^Ask / : "Go on without asking");
  if (asked) await choose("Go on");
}

/** All three rounds, from the first meeting to the debrief. */
async function meetAll(shares: number[], asked: (number: number) => boolean): Promise<void> {
  for (let number = 1; number <= 24; number += 1) {
    await meet(shares, asked(number));
    if (number % 8 === 0) await choose(number < 24 ? "Meet them again, elsewhere" : "See how sure and right agree");
  }
}

const answers = (): Answer[] => [...kernel.kept.values()].map((attempt) => attempt.answer as never as Answer);
const given = (): Answer => answers()[0]!;

beforeEach(async () => {
  kernel = new Kernel(cues);
  await open(freshPlace());
});

afterEach(() => close());

describe("a run of meetings", () => {
  test("is recorded with its prediction, each reading, and whom you asked", async () => {
    await begin(9, "voice");
    await meetAll([50, 30, 20, 0, 0, 0], (number) => number % 3 === 0);
    const { seed, prediction, readings, met } = given();
    assert.deepEqual(prediction, { likeliest: 9, channel: "voice" });
    assert.equal(readings.length, 24);
    assert.ok(readings.every(({ shares }) => shares.join() === "50,30,20,0,0,0"));
    assert.deepEqual(readings.map(({ asked }) => asked), Array.from({ length: 24 }, (_, i) => (i + 1) % 3 === 0));
    const run: Run = { seed, prediction, readings, started: "" };
    assert.equal(met, isMet(run, meetingsOf(run, cues)));
    const hits = meetingsOf(run, cues).filter(({ report }) => report === STATES[0]).length;
    const expected = hits === 9 ? ", as you had expected" : "; you had expected 9";
    assert.ok(text().includes(`In ${hits} of 24 meetings the feeling you held likeliest was theirs${expected}.`));
  });

  test("tells a report when asked, and otherwise only after the round", async () => {
    await begin();
    await meet([100, 0, 0, 0, 0, 0], false);
    assert.ok(!/says \w+\./.test(text()));
    await handOut([0, 100, 0, 0, 0, 0]);
    assert.ok(!/says \w+\./.test(text()));
    await choose(/^Ask /);
    assert.match(text(), /says \w+\. .*own report counts as feeling \w+\. You asked; a turn is spent\./);
    assert.ok(sliders().every((slider) => slider.closest("fieldset")!.disabled));
    await choose("Go on");
    for (let number = 3; number <= 8; number += 1) await meet([100, 0, 0, 0, 0, 0], false);
    assert.ok(text().includes("After round 1 of 3: what they said"));
    assert.equal(root.querySelectorAll("tbody tr").length, 8);
    assert.equal(text().split("You asked").length - 1, 1);
  });

  test("cannot be gone on with before all of 100% is handed out", async () => {
    await begin();
    for (const name of ["Go on without asking", /^Ask /]) assert.ok(buttonNamed(name).disabled);
    await handOut([40, 50, 0, 0, 0, 0]);
    assert.ok(text().includes("10% is left to hand out."));
    assert.ok(buttonNamed("Go on without asking").disabled);
    await slide(sliders()[2]!, 60);
    assert.equal(sliders()[2]!.value, "10");
    assert.ok(!buttonNamed("Go on without asking").disabled);
    await choose("Take all back");
    assert.ok(text().includes("100% is left to hand out."));
  });

  test("takes shares by number key, and leaves keys with Ctrl alone", async () => {
    await begin();
    root.querySelector<HTMLElement>("h3")!.focus();
    for (const key of ["3", "3", "6", "9", "0"]) press(key);
    press("4", { ctrlKey: true });
    await drawn();
    assert.deepEqual(sliders().map(({ value }) => value), ["0", "0", "20", "0", "0", "10"]);
  });

  test("waits for its learner after a reload, and is gone once it is over", async () => {
    await begin(5, "face");
    await meet([100, 0, 0, 0, 0, 0], true);
    await meet([0, 100, 0, 0, 0, 0], false);
    const third = /3 of 24: (\w+)/.exec(text())![1];
    close();
    await open(freshElement());
    assert.ok(text().includes("You began before: 2 of 24 meetings are behind you."));
    await choose("Continue where you were");
    assert.ok(text().includes(`3 of 24: ${third}`));
    for (let number = 3; number <= 24; number += 1) {
      await meet([100, 0, 0, 0, 0, 0], false);
      if (number % 8 === 0) await choose(/Meet them again|See how sure/);
    }
    assert.deepEqual(given().readings.slice(0, 2).map(({ asked }) => asked), [true, false]);
    close();
    await open(freshElement());
    assert.ok(!text().includes("Continue where you were"));
  });

  test("holds hostile words as words", async () => {
    await begin();
    await meetAll([100, 0, 0, 0, 0, 0], () => true);
    assert.equal(root.querySelector("img"), null);
    assert.equal((globalThis as { harmed?: boolean }).harmed, undefined);
  });

  test("can be skipped at no cost, and come back to", async () => {
    await begin();
    await choose("Skip this: it costs nothing");
    assert.equal(kernel.count("attempt"), 0);
    await choose("Come back to it");
    assert.ok(text().includes("1 of 24"));
  });
});

describe("the debrief", () => {
  test("says where asking would have paid, what misled, and that asking has a weight", async () => {
    await begin(9, "voice");
    const asked = (number: number): boolean => number % 4 > 0;
    await meetAll([60, 20, 20, 0, 0, 0], asked);
    const run: Run = { ...given(), started: "" };
    const met = meetingsOf(run, cues);
    const open = open_ones(met);
    const count = (wanted: boolean, all: boolean): number =>
      open.filter((is, i) => is === wanted && (all || asked(i + 1))).length;
    assert.ok(text().includes(`You asked in ${count(true, false)} of ${count(true, true)} open meeting`));
    assert.ok(text().includes(`and ${count(false, false)} of ${count(false, true)} where it was clear enough`));
    const share = Math.round((100 * count(true, false)) / count(true, true));
    assert.ok(text().includes(`Asked, where the cues left it open${share}%60% or more${share >= 60 ? "met" : "not met"}`));
    assert.match(text(), /Trusted alone, the (face|voice|posture) would have led furthest astray; (as you had expected|you had expected the voice)\./);
    assert.ok(text().includes("whoever has power over hours, money or a place to live asks"));
    assert.match(text(), /Had you asked wherever it was open, and nowhere else, a meeting would have cost/);
    assert.ok(text().includes("A team plans."));
    assert.ok(text().includes("def-03a"));
  });

  test("says what equal shares tell, where they pass for reliable", async () => {
    await begin();
    await meetAll([20, 20, 20, 20, 10, 10], () => true);
    const { reliability, resolution } = partsOf({ ...given(), started: "" }, meetingsOf({ ...given(), started: "" }, cues));
    const told = text().includes("Equal shares for every feeling are reliable too, and tell nothing");
    assert.equal(told, reliability <= 0.03 && resolution < 0.05);
    assert.ok(resolution < 0.15);
  });

  test("counts a turn for each question, and the distance where nobody was asked", () => {
    const run = newRun({ likeliest: 12, channel: "face" }, 7);
    const met = meetingsOf(run, cues);
    const right = reported(met).map((place) => STATES.map((_, i) => (i === place ? 100 : 0)));
    const knowing: Run = { ...run, readings: right.map((shares) => ({ shares, asked: false })) };
    assert.match(hadYou(knowing, met, "everybody"), /would have cost 0\.50 instead of 0\.00 on average, with 24 turns instead of 0 turns\. What you did cost less\./);
    assert.match(hadYou(knowing, met, "nobody"), /with the same 0 turns\. That is the same\./);
    const sure: Run = { ...run, readings: met.map(({ chances }) => ({ shares: in_tenths(chances), asked: false })) };
    assert.match(hadYou(sure, met, "open"), /Had you asked wherever it was open.* That is less\./);
  });

  test("names what somebody would read into a way, and nothing where there is none", () => {
    const met = [1, 2, 3].flatMap((seed) => meetingsOf(newRun({ likeliest: 1, channel: "face" }, seed), cues));
    const [ada, bo, cy] = cues.people;
    assert.match(gainWords(ada!, met, cues), /somebody who did not know Ada would have given "feeling worried" \d+ points too much\./);
    assert.equal(gainWords(bo!, met, cues), "");
    assert.equal(gainWords(cy!, met, cues), "");
  });
});

describe("cues in words", () => {
  test("are there for every cue, and say how far", () => {
    for (const channel of CHANNELS) {
      for (const cue of CUES[channel]!) {
        assert.notEqual(phraseOf(cue, 1), "", cue);
        assert.equal(phraseOf(cue, COMMON[cue]!), "", cue);
      }
    }
    assert.equal(phraseOf("au4", 0.2), "brows drawn together a little");
    assert.equal(phraseOf("au4", 0.9), "brows drawn together a lot");
    assert.equal(phraseOf("pitch", 0.05), "very deep");
    assert.equal(phraseOf("weight", 0.0), "sitting still");
  });

  test("name no feeling", () => {
    const most = Object.fromEntries(Object.keys(COMMON).map((cue) => [cue, 1]));
    const least = Object.fromEntries(Object.keys(COMMON).map((cue) => [cue, 0]));
    const all = [most, least, COMMON].flatMap((level) => CHANNELS.map((channel) => wordsFor(level, channel as "face"))).join(" ");
    assert.doesNotMatch(all, /glad|happy|sad|\blow\b|worr|afraid|cross|angr|startl|aback|surpris|ease|calm|settled|tense|nervous/i);
  });

  test("stand beside every drawing, which a screen reader passes over", async () => {
    await begin();
    const figures = [...root.querySelectorAll("figure")];
    assert.equal(figures.length, 3);
    for (const figure of figures) {
      assert.equal(figure.querySelector("svg")!.getAttribute("aria-hidden"), "true");
      assert.ok(figure.querySelector("figcaption")!.textContent!.length > 10);
      assert.match(figure.getAttribute("aria-label")!, /^\w+'s (face|voice|posture)$/);
    }
  });
});

describe("a whole handed out", () => {
  test("never goes beyond what there is", () => {
    assert.deepEqual(withShare([60, 30, 0], 2, 50), [60, 30, 10]);
    assert.deepEqual(withShare([60, 30, 0], 0, 20), [20, 30, 0]);
    assert.deepEqual(withShare([60, 40, 0], 2, 10), [60, 40, 0]);
    assert.deepEqual(withShare([60, 40, 0], 1, -10), [60, 0, 0]);
    assert.equal(leftOf([60, 30, 0]), 10);
  });
});

/** The least of Web Audio, which notes what was opened and closed. */
class FakeContext {
  static opened: FakeContext[] = [];
  closed = false;
  currentTime = 0;
  destination = {};
  constructor() {
    FakeContext.opened.push(this);
  }
  createGain(): FakeNode {
    return new FakeNode();
  }
  async close(): Promise<void> {
    this.closed = true;
  }
}

class FakeNode {
  gain = new FakeParam();
  frequency = new FakeParam();
  connect<T>(node: T): T {
    return node;
  }
  start(): void {}
}

class FakeParam {
  value = 0;
  setValueAtTime(value: number): void {
    assert.ok(Number.isFinite(value));
  }
  linearRampToValueAtTime(): void {}
}

/** Press, and wait until the sound has been opened, after the frame that shows the way to stop. */
async function hear(): Promise<void> {
  const before = FakeContext.opened.length;
  await choose(/^Hear \w+'s voice$/);
  while (FakeContext.opened.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("the voice", () => {
  beforeEach(async () => {
    FakeContext.opened = [];
    for (const [name, value] of Object.entries({
      AudioContext: FakeContext, OscillatorNode: FakeNode, GainNode: FakeNode, BiquadFilterNode: FakeNode,
    })) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    await begin();
  });

  afterEach(() => {
    for (const name of ["AudioContext", "OscillatorNode", "GainNode", "BiquadFilterNode"]) delete (globalThis as never as Record<string, unknown>)[name];
  });

  test("sounds on a press alone, and the next one stops it", async () => {
    assert.equal(FakeContext.opened.length, 0);
    await hear();
    assert.equal(FakeContext.opened.length, 1);
    assert.equal(FakeContext.opened[0]!.closed, false);
    await choose("Stop");
    assert.equal(FakeContext.opened[0]!.closed, true);
    buttonNamed(/^Hear /);
  });

  test("stopped before it began never begins", async () => {
    buttonNamed(/^Hear /).click();
    await Promise.resolve(); // the button has changed, its frame has not come
    await choose("Stop");
    assert.equal(FakeContext.opened.length, 0);
  });

  test("stops with a pause, with the meeting, and with the page", async () => {
    await hear();
    await choose("Pause");
    assert.equal(FakeContext.opened[0]!.closed, true);
    await choose("Continue");
    await hear();
    await meet([100, 0, 0, 0, 0, 0], false);
    assert.equal(FakeContext.opened[1]!.closed, true);
    await hear();
    close();
    assert.equal(FakeContext.opened[2]!.closed, true);
    await open(freshElement());
  });

  test("moves as the cues say: higher, wider, faster", () => {
    const tune = (change: Record<string, number>) => tuneOf({ ...COMMON, ...change });
    const pitches = (change: Record<string, number>): number[] => tune(change).syllables.map(({ octaves }) => octaves);
    const width = (list: number[]): number => Math.max(...list) - Math.min(...list);
    assert.ok(Math.min(...pitches({ pitch: 1, pitch_spread: 0 })) > Math.max(...pitches({ pitch: 0, pitch_spread: 0 })));
    assert.ok(width(pitches({ pitch_spread: 1 })) > width(pitches({ pitch_spread: 0.2 })));
    assert.ok(tune({ rate: 1 }).syllables.length > tune({ rate: 0 }).syllables.length);
    assert.equal(tune({ intensity: 0.7 }).loudness, 0.7);
    for (const rate of [0, 0.5, 1]) {
      const { syllables, seconds } = tune({ rate });
      const last = syllables.at(-1)!;
      assert.ok(last.at + last.lasts < seconds && last.lasts > 0.06);
    }
  });
});

test("without any sound in the browser, the words are what there is", async () => {
  await begin();
  assert.ok(text().includes("This browser makes no sound; the words say the same."));
});

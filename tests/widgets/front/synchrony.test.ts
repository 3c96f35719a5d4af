import { buttonNamed, choose, drawn, freshElement, freshPlace, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pearson } from "../../../widgets/src/generated/correlation.js";
import { correlations_of_strangers, count_alarms, draw_lab, SAMPLES } from "../../../widgets/src/generated/recordings.js";
import { MEMORY } from "../../../widgets/src/generated/series.js";
import widget from "../../../widgets/src/m1-synchrony/index";
import { cloudOf, FIGURES } from "../../../widgets/src/m1-synchrony/clouds";
import { CRITICAL_R, hundredOf, ranked, seriesOf } from "../../../widgets/src/m1-synchrony/pictures";
import { type Finished, newRun } from "../../../widgets/src/m1-synchrony/run";
import { criteriaOf } from "../../../widgets/src/m1-synchrony/debrief";
import { pickedWords } from "../../../widgets/src/m1-synchrony/picked_part";
import { chance, correlation, lagFigure, lagWords } from "../../../widgets/src/m1-synchrony/words";
import { Kernel } from "./kernel";
import { synchrony } from "./synchrony_content";

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

/** Wait for what is worked out in the page: jsdom has no worker. */
async function until(words: string | RegExp): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    if (text().search(words) >= 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${words} never came; there is: ${text().slice(0, 2000)}`);
}

function slider(label: RegExp): HTMLInputElement {
  const found = [...root.querySelectorAll<HTMLInputElement>('input[type="range"]')];
  return found.find((one) => label.test(one.labels?.[0]?.textContent ?? ""))!;
}

async function slide(label: RegExp, value: number): Promise<void> {
  const found = slider(label);
  found.value = String(value);
  found.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}

async function pick(value: string, place = 0): Promise<void> {
  root.querySelectorAll<HTMLInputElement>(`input[value="${value}"]`)[place]!.click();
  await drawn();
}

async function toTheHundred(called = 50): Promise<void> {
  await pick("no");
  await slide(/^Of 100 pairs/, called);
  await choose("Test 100 pairs");
  await until("The test calls");
}

async function toTheLab(called?: number): Promise<void> {
  await toTheHundred(called);
  await pick("news");
  await choose("Look for a pair that met");
  await until("alike than this chance");
}

async function toTheFigure(): Promise<void> {
  await toTheLab();
  await slide(/^Longest lag/, 3);
  await slide(/^Lag/, 1.8);
  await choose(/^Go on with recording A/);
}

async function read(...says: boolean[]): Promise<void> {
  for (const [place, one] of says.entries()) await pick(String(one), place);
}

interface Answer { seed: number; counted: number; prediction: object; reason: string; recording: string; lag: number; readings: Record<string, boolean>; met: boolean }
const given = (): Answer => [...kernel.kept.values()][0]!.answer as never;

beforeEach(async () => {
  kernel = new Kernel(synchrony);
  await open(freshPlace());
});

afterEach(() => close());

describe("the synchrony lab", () => {
  test("records the guess, the count that the seed leads to, the pick and the readings", async () => {
    await toTheFigure();
    assert.ok(buttonNamed("Look back on it all").disabled);
    await read(true, false, false);
    await choose("Look back on it all");
    const { seed, counted, prediction, reason, recording, lag, readings, met } = given();
    const alarms = count_alarms(correlations_of_strangers(seed, 0, 100, SAMPLES, MEMORY), SAMPLES);
    assert.equal(counted, alarms);
    assert.deepEqual(prediction, { first: "no", called: 50 });
    assert.deepEqual([reason, recording, lag], ["news", "a", 9]);
    assert.deepEqual(readings, { "reading-0": true, "reading-1": false, "reading-2": false });
    assert.equal(met, Math.abs(alarms - 50) <= 15);
    await until("look linked, where the textbook test called");
    await until("With a memory of .50 the textbook test calls");
    await slide(/^Memory/, 18);
    assert.ok(text().includes(`With a memory of .90 the textbook test calls ${alarms} of 100 linked`));
    assert.ok(text().includes("Ash and Oak, 2001") && text().includes("Checked in abstract"));
    assert.equal((globalThis as { harmed?: boolean }).harmed, undefined);
    assert.equal(root.querySelectorAll("img").length, 0);
  });

  test("tells nothing of the hundred before it was guessed, nor why before it was counted", async () => {
    assert.ok(buttonNamed("Test 100 pairs").disabled);
    assert.ok(!text().includes("linked; you") && !text().includes("Because of news"));
    await toTheHundred(5);
    assert.match(text(), /The test calls \d+ of 100 linked; you had predicted 5\./);
    assert.ok(buttonNamed("Look for a pair that met").disabled);
  });

  test("refuses lengths that do not suit each other, in one line, and goes on with others", async () => {
    await toTheLab();
    await slide(/^Length/, 151);
    assert.ok(text().includes("The segment must be at most half the series: 150 seconds or less (got 151). Nothing was compared."));
    assert.ok(!text().includes("alike than this chance"));
    await slide(/^Length/, 19);
    await slide(/^Longest lag/, 10);
    assert.ok(text().includes("at least twice the longest lag: 20 seconds or more (got 19)"));
    await slide(/^Length/, 20);
    await until("alike than this chance");
  });

  test("offers the lag only as far as it looks, and says what it would mean", async () => {
    await toTheLab();
    await slide(/^Longest lag/, 3);
    await slide(/^Lag/, -2.6);
    assert.ok(text().includes("these two met, and the first follows by 2.6 s."));
    await slide(/^Longest lag/, 2);
    assert.ok(text().includes("these two met, and the first follows by 2.0 s."));
    await pick("b");
    assert.ok(text().includes("With recording B you say: these two met, and neither follows the other."));
  });

  test("every null gives its own answer for the same recording", async (t) => {
    const random = crypto.getRandomValues.bind(crypto);
    const seeded = (numbers: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) => (numbers instanceof Uint32Array ? numbers.fill(71) : random(numbers));
    t.mock.method(crypto, "getRandomValues", seeded as never); // two nulls can agree to three decimals by chance
    close();
    kernel = new Kernel(synchrony);
    await open(freshPlace());
    await toTheLab();
    const said = new Set<string>();
    const sentence = (): string => /[A-Z][a-z ]+ alike than this chance: [^,]+,/.exec(text())![0];
    for (const way of ["segments", "shift", "samples"]) {
      const select = root.querySelector("select")!;
      select.value = way;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      const patience = Date.now() + 30_000; // the last one stays meanwhile, on a busy machine for long
      while (way !== "segments" && said.has(sentence()) && Date.now() < patience) await drawn();
      said.add(sentence());
    }
    assert.equal(said.size, 3, [...said].join());
  });

  test("goes on after a reload where it was, with the same recordings", async () => {
    await toTheLab();
    const before = /both linked, at \S+ and \S+/.exec(text())![0];
    close();
    await open(freshElement());
    await choose("Continue where you were");
    assert.ok(text().includes(before));
  });

  test("records nothing when skipped", async () => {
    await toTheHundred();
    await choose("Skip this: it costs nothing");
    assert.equal(kernel.kept.size, 0);
  });
});

describe("its criteria and words", () => {
  const run: Finished = {
    ...newRun(7, { first: "yes", called: 40 }),
    counted: 55, reason: "news", picked: { recording: "a", lag: 9 },
    readings: { "reading-0": true, "reading-1": false, "reading-2": true },
  };

  test("three are looked for, each by itself", () => {
    const met = (one: Finished): boolean[] => criteriaOf(one, synchrony).map((criterion) => criterion.met);
    assert.deepEqual(met(run), [true, true, false]);
    assert.deepEqual(met({ ...run, counted: 56, reason: "luck" }), [false, false, false]);
    assert.deepEqual(met({ ...run, readings: { ...run.readings, "reading-2": false } }), [true, true, true]);
  });

  test("say which recording it was, and who follows", () => {
    const { met, lag } = draw_lab(7, SAMPLES);
    const recording = (["a", "b"] as const)[met]!;
    const other = (["b", "a"] as const)[met]!;
    assert.match(pickedWords({ ...run, picked: { recording, lag } }, met, lag), /You found both\.$/);
    assert.match(pickedWords({ ...run, picked: { recording, lag: 0 } }, met, lag), /said that neither follows the other\.$/);
    assert.match(pickedWords({ ...run, picked: { recording: other, lag } }, met, lag), /You chose recording [AB]\.$/);
  });

  test("print figures as they are printed", () => {
    assert.deepEqual([0.314, -0.07, -0.001, 1].map(correlation), [".31", "\u2212.07", ".00", "1.00"]);
    assert.deepEqual([0.002, 0.05, 1].map(chance), [".002", ".05", "1.00"]);
    assert.deepEqual([9, -13, 0].map(lagFigure), ["+1.8", "\u22122.6", "0.0"]);
    assert.deepEqual([9, -13].map(lagWords), ["the second follows by 1.8 s", "the first follows by 2.6 s"]);
  });
});

describe("its pictures", () => {
  test("part the hundred where the test does", () => {
    const correlations = correlations_of_strangers(7, 0, 100, SAMPLES, MEMORY);
    const [linked, others, seen] = hundredOf(correlations, 20).points!;
    const first = Math.abs(correlations[0]!) > CRITICAL_R ? 1 : 0;
    assert.equal(linked!.x.length + first, count_alarms(correlations, SAMPLES));
    assert.equal(others!.x.length + linked!.x.length + seen!.x.length, 100);
    assert.deepEqual(ranked([1, 3, 2]), [1, 2, 0]);
  });

  test("bring the second series to where it meets the first", () => {
    const [one, other] = seriesOf([[...Array(300).keys()], [...Array(300).keys()]], ["a", "b"], 9).lines!;
    assert.equal(other!.y[0]! - one!.y[0]!, 9);
    assert.equal(seriesOf([[0], [0]], ["a", "b"], -3).lines![1]!.y[0], null);
  });

  test("make clouds that go together exactly as much as each figure says", () => {
    for (const { r } of FIGURES) {
      const { x, y } = cloudOf(r);
      assert.ok(Math.abs(pearson(x, y) - r) < 1e-9);
    }
  });
});

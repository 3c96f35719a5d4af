import { buttonNamed, choose, drawn, freshElement, freshPlace, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import widget from "../../../widgets/src/m2-recall/index";
import { drawItems, shownOptions } from "../../../widgets/src/m2-recall/round";
import { recall } from "./content";
import { Kernel } from "./kernel";

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

/** Choose an option by its index in the catalogue, and a confidence in percent. */
async function answer(option: number, percent: number): Promise<void> {
  root.querySelector<HTMLInputElement>(`input[value="${option}"][type="radio"]`)!.click();
  const slider = root.querySelector<HTMLInputElement>('input[type="range"]')!;
  slider.value = String(percent);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
  await choose("Answer");
}

async function next(): Promise<void> {
  await choose(/Next question|See how sure/);
}

beforeEach(async () => {
  kernel = new Kernel(recall);
  await open(freshPlace());
});

afterEach(() => close());

describe("a round of retrieval practice", () => {
  test("asks five, answers each, and records what was chosen with how sure", async () => {
    await choose("Begin");
    const given: [number, number][] = [[2, 90], [1, 60], [2, 100], [0, 50], [2, 75]];
    for (const [option, percent] of given) {
      await answer(option, percent);
      await next();
    }
    const { items, brier } = [...kernel.kept.values()][0]!.answer as never as {
      items: { id: string; option: number; confidence: number; right: boolean }[]; brier: number;
    };
    assert.deepEqual(items.map(({ option, confidence, right }) => [option, confidence, right]), [
      [2, 0.9, true], [1, 0.6, false], [2, 1, true], [0, 0.5, false], [2, 0.75, true],
    ]);
    assert.ok(Math.abs(brier - (0.01 + 0.36 + 0 + 0.25 + 0.0625) / 5) < 1e-12);
    assert.ok(text().includes("You were 75% sure on average and right 60% of the time. Brier score 0.14"));
    assert.ok(text().includes("Had you said 60% each time, with the same answers, the score would have been 0.24."));
  });

  test("says nothing of what fits before an answer, and then what is known", async () => {
    await choose("Begin");
    assert.ok(buttonNamed("Answer").disabled);
    assert.ok(!text().includes("fits best"));
    await answer(1, 70);
    assert.match(text(), /You chose: i\d+ option 1/);
    assert.match(text(), /i\d+ on 1/);
    assert.match(text(), /Fits best: i\d+ option 2/);
    assert.ok(text().includes("def-03a · supported, small effects"));
    assert.equal(document.activeElement!.getAttribute("aria-label"), "What is known");
  });

  test("holds an answer once it is given", async () => {
    await choose("Begin");
    await answer(1, 70);
    const open = [...root.querySelectorAll<HTMLInputElement>("input:not(:disabled)")];
    assert.deepEqual(open.map(({ value }) => value), ["1"]);
  });

  test("goes on after a reload", async () => {
    await choose("Begin");
    await answer(2, 70);
    close();
    await open(freshElement());
    assert.ok(text().includes("You began a round: 1 of 5 are answered."));
    await choose("Continue where you were");
    assert.ok(text().includes("Question 2 of 5"));
  });

  test("records nothing when skipped", async () => {
    await choose("Begin");
    await choose("Skip this: it costs nothing");
    assert.deepEqual(kernel.heard.filter(({ type }) => type !== "hello"), []);
  });
});

describe("what is asked", () => {
  const ids = recall.items.map(({ id }) => id);

  test("is what was missed first, then what was not seen, then the rest", () => {
    const seen = Object.fromEntries(ids.slice(0, 10).map((id, i) => [id, i >= 2]));
    for (let seed = 0; seed < 40; seed += 1) {
      const drawn = drawItems(recall.items, { seen }, seed);
      assert.deepEqual(drawn.slice(0, 2).sort(), ["i1", "i2"]);
      assert.deepEqual(drawn.slice(2, 4).sort(), ["i11", "i12"]);
      assert.equal(new Set(drawn).size, 5);
    }
  });

  test("differs from seed to seed and is the same for the same seed", () => {
    const draws = Array.from({ length: 20 }, (_, seed) => drawItems(recall.items, { seen: {} }, seed).join());
    assert.ok(new Set(draws).size > 10);
    assert.equal(draws[3], drawItems(recall.items, { seen: {} }, 3).join());
  });

  test("shows each option once, with its own index", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const shown = shownOptions(recall.items[0]!, seed);
      assert.deepEqual(shown.map(({ index }) => index).sort(), [0, 1, 2, 3]);
      for (const { option, index } of shown) assert.equal(option, recall.items[0]!.options[index]);
    }
  });
});

import { buttonNamed, choose, drawn, freshElement, freshPlace, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import widget from "../../../widgets/src/m2-perspective/index";
import { errorOf, gapOf, newRun, personOf, type Run } from "../../../widgets/src/m2-perspective/run";
import { gapWords, pairWords, points } from "../../../widgets/src/m2-perspective/words";
import { Kernel } from "./kernel";
import { perspective } from "./perspective_content";

interface Round { portrait: string; ratings: Record<string, number>; expected: number; error: number; asked?: string[] }
interface Answer { seed: number; predicted: string; gap: number; taking: Round; getting: Round }

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

async function slide(slider: HTMLInputElement, value: number): Promise<void> {
  slider.value = String(value);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}

const sliders = (): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>('input[type="range"]')];

/** Every rating the same; the last slider is how far off is expected. */
async function rate(value: number, expected: number): Promise<void> {
  const found = sliders();
  for (const slider of found.slice(0, -1)) await slide(slider, value);
  await slide(found.at(-1)!, expected);
}

async function begin(predicted: string): Promise<void> {
  root.querySelector<HTMLInputElement>(`input[value="${predicted}"]`)!.click();
  await drawn();
  await choose("Meet the first person");
}

async function ask(...places: number[]): Promise<void> {
  for (const place of places) {
    root.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')[place]!.click();
    await drawn();
  }
}

/** From the first screen to the stage that asks for the gap. */
async function toTheGap(predicted = "getting"): Promise<void> {
  await begin(predicted);
  await rate(4, 1.5);
  await choose("Meet the second person");
  await ask(0, 4);
  await choose("Ask these two");
  await rate(6, 2);
  await choose("Look at the distances");
}

const given = (): Answer => [...kernel.kept.values()][0]!.answer as never as Answer;

beforeEach(async () => {
  kernel = new Kernel(perspective);
  await open(freshPlace());
});

afterEach(() => close());

describe("taking or getting", () => {
  test("records the prediction, both rounds and the gap, as the seed leads to them", async () => {
    await toTheGap();
    await slide(sliders()[0]!, 0.8);
    await choose("Compare the two ways");
    const { seed, predicted, gap, taking, getting } = given();
    assert.deepEqual([predicted, gap, taking.expected, getting.expected], ["getting", 0.8, 1.5, 2]);
    assert.deepEqual(getting.asked, ["topic-0", "topic-4"]);
    const other = personOf(perspective, seed, "getting");
    assert.equal(getting.portrait, other.portrait.id);
    assert.notEqual(taking.portrait, getting.portrait);
    for (const { id } of perspective.topics) {
      assert.equal(taking.ratings[id], 4);
      assert.equal(getting.ratings[id], getting.asked.includes(id) ? other.views[id] : 6);
    }
    assert.ok(text().includes(`you were ${points(taking.error)} off on average`));
  });

  test("shows no view before it was guessed, but for the two that were asked", async () => {
    await begin("same");
    assert.equal(sliders().length, 11);
    assert.ok(!text().includes("says"));
    await choose("Meet the second person");
    assert.ok(buttonNamed("Ask these two").disabled);
    await ask(2, 7);
    const boxes = [...root.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    assert.equal(boxes.filter((box) => box.disabled).length, 8);
    await choose("Ask these two");
    assert.equal(sliders().length, 9);
    assert.equal(text().split(" says").length - 1, 3); // two rows and the heading
  });

  test("meets its criteria by direction and gap, and by neither alone", async () => {
    await toTheGap("taking");
    await choose("Compare the two ways");
    assert.match(text(), /After imagining, with care\s*After asking two questions\s*not met/);
    assert.ok(text().includes("Both together are what this exercise looks for."));
  });

  test("compares model readers, and says what two other questions would have told", async () => {
    await toTheGap();
    await choose("Compare the two ways");
    const words = text();
    const [, asking, portrait, harder] = /Asking leaves ([\d.]+) points?; the portrait alone ([\d.]+) points?; imagining harder, without asking, ([\d.]+)/.exec(words)!;
    assert.ok(Number(asking) < Number(portrait) && Number(portrait) < Number(harder));
    const said = (): string => /A reader who lets answers.*? with none\./.exec(text())![0];
    const before = said();
    const heard = new Set<string>();
    for (const { value } of [...root.querySelector("select")!.options]) {
      const select = root.querySelector("select")!;
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await drawn();
      heard.add(said());
    }
    assert.ok(heard.has(before) && heard.size > 1, [...heard].join());
    assert.equal((globalThis as { harmed?: boolean }).harmed, undefined);
    assert.equal(root.querySelectorAll("img").length, 0);
  });

  test("goes on after a reload with the same people", async () => {
    await begin("getting");
    const before = root.querySelector("h3")!.textContent;
    close();
    await open(freshElement());
    await choose("Continue where you were");
    assert.equal(root.querySelector("h3")!.textContent, before);
    await choose("Meet the second person");
    const second = root.querySelector("h3")!.textContent;
    close();
    await open(freshElement());
    await choose("Continue where you were");
    assert.equal(root.querySelector("h3")!.textContent, second);
  });

  test("records nothing when skipped", async () => {
    await begin("getting");
    await choose("Skip this: it costs nothing");
    assert.equal(kernel.kept.size, 0);
  });
});

describe("gap and pair in words", () => {
  test("say which way", () => {
    assert.equal(gapWords(0.83), "0.8 points further off than expected");
    assert.equal(gapWords(-1), "1.0 point nearer than expected");
    assert.equal(gapWords(0.04), "as far off as expected");
    assert.equal(pairWords(2, 1), "Asking came nearer this time.");
    assert.equal(pairWords(1, 2), "Imagining came nearer this time.");
    assert.equal(pairWords(1, 1.04), "Both ways came equally near this time.");
  });

  test("follow from ratings and views", () => {
    const { views } = personOf(perspective, 7, "taking");
    const ratings = Object.fromEntries(Object.entries(views).map(([id, view]) => [id, view > 5 ? view - 2 : view + 2]));
    const run: Run = { ...newRun("getting", 7), taking: { ratings, expected: 0.5 } };
    assert.equal(errorOf(perspective, run, "taking"), 2);
    assert.equal(gapOf(perspective, run, "taking"), 1.5);
  });
});

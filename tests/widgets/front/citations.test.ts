import { buttonNamed, choose, drawn, freshElement, freshPlace, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { Card } from "../../../widgets/src/m0-citations/content";
import widget from "../../../widgets/src/m0-citations/index";
import { trustingWords } from "../../../widgets/src/m0-citations/trusting";
import { bornOut, expectedWords } from "../../../widgets/src/m0-citations/words";
import { Kernel } from "./kernel";
import { citations } from "./orientation_content";

interface Decided { id: string; exists: string; supports: string; confidence: number; exists_right: boolean; right: boolean }

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

async function slide(value: number): Promise<void> {
  const slider = root.querySelector<HTMLInputElement>('input[type="range"]')!;
  slider.value = String(value);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}

function shown(): Card {
  const cited = root.querySelector(".att-cited")!.textContent!;
  return citations.cards.find(({ as_cited }) => as_cited === cited)!;
}

async function pick(group: number, value: string): Promise<void> {
  root.querySelectorAll("fieldset")[group]!.querySelector<HTMLInputElement>(`input[value="${value}"]`)!.click();
  await drawn();
}

async function decide(exists: string, supports: string, percent: number): Promise<void> {
  await pick(0, exists);
  await pick(1, supports);
  await slide(percent);
  await choose("Answer");
}

async function begin(expected: number): Promise<void> {
  await choose("Begin");
  await slide(expected);
  await choose("See the first card");
}

const decisions = (): Decided[] => ([...kernel.kept.values()].at(-1)!.answer as never as { decisions: Decided[] }).decisions;

beforeEach(async () => {
  kernel = new Kernel(citations);
  await open(freshPlace());
});

afterEach(() => close());

describe("ten citations", () => {
  test("are decided on twice each, recorded, and held against the audit", async () => {
    await begin(6);
    for (let n = 0; n < 10; n += 1) {
      const { exists, supports } = shown();
      await decide(exists, n < 8 ? supports : supports === "no" ? "yes" : "no", 90);
      await choose(/Next citation|Look back/);
    }
    assert.equal(decisions().length, 10);
    assert.ok(decisions().every(({ exists_right, confidence }) => exists_right && confidence === 0.9));
    assert.match(text(), /as the audit does in (8|9) of 10, and whether they exist as cited in 10 of 10/);
    assert.ok(text().includes("8 of 10 on the first: met."));
    assert.ok(text().includes("By the audit 1 of 10 bears out its sentence as it stands, and 1 in part; you had expected 6."));
    assert.ok(text().includes("What comes closest"));
  });

  test("are not told by the card, but at once after an answer", async () => {
    await begin(5);
    const card = shown();
    assert.ok(text().includes(card.turned_up));
    assert.ok(!text().includes(card.exists_note) && !text().includes(card.closest_note));
    await decide("yes", "yes", 60);
    for (const words of [card.exists_note, card.supports_note, card.closest_note]) assert.ok(text().includes(words));
    assert.ok(text().includes("Elm (2018). On elms. A journal. checked in abstract"));
    assert.ok(text().includes("def-03a · supported, small effects"));
    assert.equal(document.activeElement!.getAttribute("aria-label"), "What the audit found");
  });

  test("need both decisions before they can be answered", async () => {
    await begin(5);
    assert.ok(buttonNamed("Answer").disabled);
    await pick(0, "yes");
    assert.ok(buttonNamed("Answer").disabled);
    await pick(1, "no");
    assert.ok(!buttonNamed("Answer").disabled);
  });

  test("accept a second fair reading, and say why", async () => {
    await begin(5);
    while (shown().also_supports.length === 0) {
      await decide("yes", "yes", 50);
      await choose("Next citation");
    }
    const card = shown();
    await decide(card.exists, card.also_supports[0]!, 50);
    assert.ok(text().includes(card.between!));
    assert.ok(text().includes("The audit reads it as you do, on both."));
    assert.ok(text().includes("fair too"));
  });

  test("wait for their learner after a reload", async () => {
    await begin(5);
    await decide("yes", "yes", 50);
    close();
    await open(freshElement());
    assert.ok(text().includes("You began: 1 of 10 cards are decided."));
    await choose("Continue where you were");
    assert.ok(text().includes("Citation 2 of 10"));
  });

  test("hold hostile words as words", async () => {
    await begin(5);
    await decide("yes", "yes", 50);
    assert.equal(root.querySelector("img"), null);
  });
});

describe("what is said of them", () => {
  test("counts what trust alone would have come to", () => {
    assert.match(trustingWords(citations.cards), /you would have read 3 of 10 references and 1 of 10 sentences as the audit does/);
  });

  test("puts what was expected beside the audit", () => {
    const borne = bornOut(citations.cards);
    assert.deepEqual(borne, { whole: 1, part: 1, of: 10 });
    assert.match(expectedWords(2, borne), /as you had expected\.$/);
    assert.match(expectedWords(0, { ...borne, whole: 0 }), /^By the audit none of 10/);
  });
});

import { buttonNamed, choose, drawn, freshElement, freshPlace, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { accepted_labels, LABELS } from "../../../widgets/src/generated/evidence_sets.js";
import widget from "../../../widgets/src/m0-sorter/index";
import { acceptedFor } from "../../../widgets/src/m0-sorter/run";
import { yourWords } from "../../../widgets/src/m0-sorter/labelled_claims";
import { Kernel } from "./kernel";
import { sorter } from "./sorter_content";

interface Given { id: string; label: string; confidence: number; right: boolean }
interface Answer { seed: number; sets: { expected: number; given: Given[] }[]; brier: number[] }

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

async function slide(percent: number): Promise<void> {
  const slider = root.querySelector<HTMLInputElement>('input[type="range"]')!;
  slider.value = String(percent);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}

/** The claim on the page. */
function claimed(): (typeof sorter.cards)[number] {
  const statement = root.querySelector("blockquote")!.textContent!;
  return sorter.cards.find((card) => card.statement === statement)!;
}

async function label(fitting: boolean, percent: number): Promise<void> {
  const card = claimed();
  const accepted = accepted_labels(card.id, card.status);
  const wanted = LABELS.find((one) => accepted.includes(one) === fitting)!;
  root.querySelector<HTMLInputElement>(`input[value="${wanted}"]`)!.click();
  await slide(percent);
  await choose(/Next claim|See how sure/);
}

async function labelAll(expected: number, fitting: (n: number) => boolean, percent: (n: number) => number): Promise<void> {
  await slide(expected);
  await choose("See the first claim");
  for (let n = 0; n < 12; n += 1) await label(fitting(n), percent(n));
}

const answers = (): Answer[] => [...kernel.kept.values()].map((attempt) => attempt.answer as never as Answer);

beforeEach(async () => {
  kernel = new Kernel(sorter);
  await open(freshPlace());
});

afterEach(() => close());

describe("a set of claims", () => {
  test("is labelled with how sure, scored and recorded", async () => {
    await choose("Begin");
    await labelAll(8, (n) => n < 9, (n) => (n < 9 ? 100 : 50));
    const [answer] = answers();
    assert.equal(answer!.sets.length, 1);
    assert.equal(answer!.sets[0]!.expected, 8);
    assert.deepEqual(answer!.sets[0]!.given.map(({ right }) => right), Array.from({ length: 12 }, (_, n) => n < 9));
    assert.ok(Math.abs(answer!.brier[0]! - (3 * 0.25) / 12) < 1e-12);
    assert.ok(text().includes("9 of 12 labels fitted; you had expected 8."));
    assert.ok(text().includes("Brier score 0.06"));
    assert.ok(text().includes("Brier score, first set0.060.18 or lessmet"));
  });

  test("says nothing of a claim's status before the set is complete", async () => {
    await choose("Begin");
    await choose("See the first claim");
    assert.ok(buttonNamed("Next claim").disabled);
    const { status_words, teach } = claimed();
    assert.ok(!text().includes(status_words));
    await label(true, 70);
    assert.ok(!text().includes(teach));
  });

  test("lets a label be changed until it is complete", async () => {
    await choose("Begin");
    await choose("See the first claim");
    const first = claimed().id;
    await label(true, 90);
    await choose("Back");
    assert.equal(claimed().id, first);
    assert.equal(root.querySelector<HTMLInputElement>('input[type="range"]')!.value, "90");
    await label(false, 60);
    for (let n = 1; n < 12; n += 1) await label(true, 100);
    const [given] = answers()[0]!.sets[0]!.given;
    assert.deepEqual([given!.id, given!.confidence, given!.right], [first, 0.6, false]);
    assert.equal(answers()[0]!.sets[0]!.given.length, 12);
  });

  test("shows the missed ones first, each with its status and what to make of it", async () => {
    await choose("Begin");
    await labelAll(6, (n) => n > 0, () => 80);
    const items = [...root.querySelectorAll(".att-claims li")];
    assert.equal(items.length, 12);
    assert.match(items[0]!.textContent!, /What fits: label/);
    for (const item of items) assert.match(item.textContent!, /words for .*Summary .*Teach/s);
    assert.ok(text().includes("Another label fits better: 1"));
  });

  test("holds hostile words as words", async () => {
    await choose("Begin");
    await labelAll(6, () => true, () => 80);
    assert.equal(root.querySelector("img"), null);
    assert.equal((globalThis as { harmed?: boolean }).harmed, undefined);
  });
});

describe("the second set", () => {
  test("has other claims, and is told beside the first", async () => {
    await choose("Begin");
    await labelAll(6, () => false, () => 100);
    assert.ok(text().includes("Brier score 1.00: saying 50% each time would have come closer."));
    await choose(/second set of 12/);
    await labelAll(6, () => false, () => 50);
    const [, second] = answers();
    assert.deepEqual(second!.brier, [1, 0.25]);
    const ids = second!.sets.flatMap(({ given }) => given.map(({ id }) => id));
    assert.equal(new Set(ids).size, 24);
    assert.ok(text().includes("Brier score 0.25, 0.75 better than in your first set."));
    assert.ok(text().includes("Improvement+0.750.05 or moremet"));
  });

  test("waits for its learner after a reload", async () => {
    await choose("Begin");
    await labelAll(6, () => false, () => 100);
    close();
    await open(freshElement());
    assert.ok(text().includes("You have labelled your first set. The second is still to come."));
    await choose("Continue where you were");
    await choose(/second set of 12/);
    await choose("See the first claim");
    await label(true, 60);
    close();
    await open(freshElement());
    assert.ok(text().includes("You began your second set: 1 of 12 claims are labelled."));
    await choose("Continue where you were");
    assert.ok(text().includes("Claim 2 of 12"));
  });

  test("is not gone on with where the claims have changed since", async () => {
    await choose("Begin");
    await choose("See the first claim");
    await label(true, 60);
    close();
    kernel = new Kernel({ ...sorter, cards: sorter.cards.slice(3) });
    await open(freshElement());
    assert.ok(!text().includes("Continue where you were"));
  });
});

describe("what is said", () => {
  test("of one confidence throughout follows the slider", async () => {
    await choose("Begin");
    await labelAll(6, (n) => n < 6, () => 90);
    assert.ok(text().includes("Had you said 60% throughout, with the same answers, your score would have been 0.26 instead of 0.41. So being equally sure would have come closer."));
    await slide(50);
    assert.ok(text().includes("Had you said 50% throughout, with the same answers, your score would have been 0.25"));
  });

  test("where two labels fit names the other too", () => {
    const card = sorter.cards.find(({ status }) => status === "mixed")!;
    const given = { id: card.id, label: "unproven", confidence: 0.7, right: true };
    assert.deepEqual(acceptedFor(card), ["contested", "unproven"]);
    assert.equal(
      yourWords(given, card, sorter.labels),
      "You said label unproven, 70% sure. It lies between: label contested fits too.",
    );
    assert.equal(
      yourWords({ ...given, label: "supported", right: false }, card, sorter.labels),
      "You said label supported, 70% sure. What fits: label contested, or label unproven.",
    );
  });
});

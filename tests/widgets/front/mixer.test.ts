import { buttonNamed, choose, drawn, freshElement, freshPlace, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { MixerContent } from "../../../widgets/src/m2-mixer/content";
import { pictureOf } from "../../../widgets/src/m2-mixer/curves";
import widget from "../../../widgets/src/m2-mixer/index";
import { shownWords } from "../../../widgets/src/m2-mixer/pair";
import { raised, START } from "../../../widgets/src/m2-mixer/run";
import { takeawayOf } from "../../../widgets/src/m2-mixer/words";
import { dialogue, HOSTILE } from "./content";
import { Kernel } from "./kernel";

const NAMES = { intensity: "Intensity", sharing: "Sharing", distinction: "Self-other distinction", regulation: "Regulation" };

const content: MixerContent = {
  exercise: { ...dialogue.exercise, id: "m2-mixer", title: "The mixer" },
  claims: dialogue.claims,
  levers: Object.entries(NAMES).map(([id, name]) => ({
    id: id as keyof typeof NAMES, name, about: `What ${id} is.`, low: "low", high: "high",
    person: `One person and ${id}.`, organisation: `An employer and ${id}.`,
  })),
  findings: [
    { id: "built", statement: "It is built so.", source: "Ada, 2001", beyond: false, why: "Built in." },
    { id: "outside", statement: `Outside ${HOSTILE}`, source: "Bo, 2002", beyond: true, why: "Nothing on it." },
  ],
  source: { "mixer.py": `# ${HOSTILE}` },
};

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

async function pick(words: string): Promise<void> {
  const labels = [...root.querySelectorAll<HTMLLabelElement>("label.att-answer")];
  labels.find((label) => label.textContent!.startsWith(words))!.querySelector("input")!.click();
  await drawn();
}

async function slide(name: string, value: number): Promise<void> {
  const label = [...root.querySelectorAll("label")].find((each) => each.textContent === name)!;
  const slider = document.getElementById(label.htmlFor) as HTMLInputElement;
  slider.value = String(value);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}

async function toTheMixer(alone = "Both"): Promise<void> {
  await slide("Distress", 0.25);
  await pick(alone);
  await choose("See what the model says");
}

/** Two mixes that differ in one lever. */
async function keepPair(name: string, first: number, second: number): Promise<void> {
  await slide(name, first);
  await choose("Keep this mix as A");
  await slide(name, second);
  await choose("Keep this mix as B");
}

beforeEach(async () => {
  kernel = new Kernel(content);
  await open(freshPlace());
});

afterEach(() => close());

describe("the mixer's guess", () => {
  test("is asked for before anything is shown, and kept beside the result", async () => {
    assert.ok(buttonNamed("See what the model says").disabled);
    await toTheMixer();
    assert.ok(text().includes("Distress 0.09, concern 0.27. You had predicted 0.25 and 0.50."));
    assert.ok(text().includes("more sharing raises distress alone; you had expected both."));
  });

  test("stands in the picture while the picture is of what was guessed", () => {
    const guess = { distress: 0.25, concern: 0.5, alone: "both" as const };
    const shown = pictureOf(raised(), "distinction", "Distinction", guess).guesses!;
    assert.deepEqual(shown.map(({ x, y }) => [x, y]), [[0.8, 0.25], [0.8, 0.5]]);
    assert.deepEqual(pictureOf(raised(), "sharing", "Sharing", guess).guesses, []);
    assert.deepEqual(pictureOf({ ...raised(), sharing: 0.2 }, "distinction", "Distinction", guess).guesses, []);
  });
});

describe("the levers", () => {
  test("say what each does to both", () => {
    const guess = { distress: 0, concern: 0, alone: "both" as const };
    const said = (over: keyof typeof NAMES): string => takeawayOf(START, over, content.levers, guess);
    assert.match(said("sharing"), /As sharing goes up, both rise\.$/);
    assert.match(said("regulation"), /distress falls and concern rises\.$/);
    const bare = { ...START, distinction: 0, regulation: 0 };
    assert.match(takeawayOf(bare, "sharing", content.levers, guess), /distress rises and concern stays as it is\.$/);
  });

  test("turn the curves to the one that was touched last", async () => {
    await toTheMixer();
    await slide("Regulation", 0.5);
    assert.ok(root.querySelector("[aria-label^='Distress and concern over regulation']"));
  });
});

describe("a pair", () => {
  test("is told what it still lacks", () => {
    const low = { ...START, distinction: 0.9 };
    assert.equal(shownWords(START, low), "These two share alike, and their distress is opposite.");
    assert.equal(shownWords(START, START), "Not yet: distress is not far enough apart.");
    assert.match(shownWords(START, { ...START, sharing: 0.1 }), /^Not yet: sharing differs, and sharing lies under 0\.40/);
  });

  test("goes to the debrief and is recorded with its mark", async () => {
    await toTheMixer();
    assert.ok(buttonNamed("Go on with A and B").disabled);
    await keepPair("Self-other distinction", 0.2, 0.9);
    await choose("Go on with A and B");
    await pick("Self-other distinction");
    await pick("Outside");
    await choose("See what it comes to");
    const [kept] = [...kernel.kept.values()];
    assert.deepEqual(kept!.answer["a"], START);
    assert.deepEqual([kept!.answer["lever"], kept!.answer["finding"], kept!.answer["met"]], ["distinction", "outside", true]);
    assert.ok(text().includes("self-other distinction alone would have brought it down furthest, to 0.04, as you said."));
    assert.equal(root.querySelectorAll(".att-met").length, 4);
    assert.equal((globalThis as { harmed?: boolean }).harmed, undefined);
  });

  test("shows what was named beside what did most, and the finding that is built in", async () => {
    await toTheMixer();
    await keepPair("Regulation", 0, 1);
    await choose("Go on with A and B");
    await pick("Intensity");
    await pick("It is built so.");
    await choose("See what it comes to");
    assert.ok(text().includes("regulation alone would have brought it down furthest, to 0.00; you named intensity."));
    assert.equal(root.querySelectorAll(".att-unmet").length, 3); // regulation alone keeps both mixes low
    assert.equal([...kernel.kept.values()][0]!.answer["met"], false);
  });

  test("can be had otherwise: with less sharing concern goes too", async () => {
    await toTheMixer();
    await keepPair("Self-other distinction", 0.2, 0.9);
    await choose("Go on with A and B");
    await pick("Sharing");
    await pick("Outside");
    await choose("See what it comes to");
    assert.ok(text().includes("Had A shared less instead"));
    await slide("Sharing in A", 0.1);
    assert.ok(text().includes("With sharing at 0.10, distress is 0.05 and concern 0.01; A had 0.36 and 0.07."));
    for (const words of ["One person and regulation.", "An employer and regulation."]) assert.ok(text().includes(words));
  });

  test("waits for its learner", async () => {
    await toTheMixer();
    await slide("Sharing", 0.9);
    await choose("Keep this mix as A");
    close();
    await open(freshElement());
    await choose("Continue where you were");
    assert.match(root.querySelector(".att-pair-table")!.textContent!, /Sharing0\.90\u2013/);
  });
});

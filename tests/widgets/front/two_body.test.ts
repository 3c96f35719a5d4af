import { buttonNamed, choose, drawn, freshElement, freshPlace, press, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { LINES } from "../../../widgets/src/generated/endings.js";
import { HALVED, STRONG } from "../../../widgets/src/generated/two_body.js";
import type { TwoBodyContent } from "../../../widgets/src/m2-two-body/content";
import widget from "../../../widgets/src/m2-two-body/index";
import { pictureOf } from "../../../widgets/src/m2-two-body/moods";
import { courseOf, planeOf } from "../../../widgets/src/m2-two-body/plane";
import { newRun, type Run, START, trueEdge } from "../../../widgets/src/m2-two-body/run";
import { doing } from "../../../widgets/src/m2-two-body/springs";
import { guessWords, mood, restOf, takeawayOf, whoTurns } from "../../../widgets/src/m2-two-body/words";
import { dialogue, HOSTILE } from "./content";
import { Kernel } from "./kernel";

const content: TwoBodyContent = {
  exercise: { ...dialogue.exercise, id: "m2-two-body", title: "The lab" },
  claims: dialogue.claims,
  reasons: [
    { id: "chance", text: "Because of chance.", sound: false, feedback: "There is none." },
    { id: "chosen", text: `Its numbers were chosen. ${HOSTILE}`, sound: true, feedback: "So they were." },
  ],
  levers: [
    { id: "start", name: "The start", about: "How it starts.", person: "Notice it.", organisation: "Plan the shift." },
  ],
  source: { "two_body.py": `# ${HOSTILE}` },
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

function slider(name: string): HTMLInputElement {
  const label = [...root.querySelectorAll("label")].find((each) => each.textContent === name);
  assert.ok(label, `no slider is called ${name}`);
  return document.getElementById(label.htmlFor) as HTMLInputElement;
}

async function slide(name: string, value: number): Promise<void> {
  const input = slider(name);
  input.value = String(value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}

async function toThePlane(): Promise<void> {
  await slide("Helper at rest", 0.5);
  await pick("The helper's alone");
  await choose("Let them meet");
}

/** The line that this run drew, read from the page as a learner does. */
function shownLine(): number {
  const words = /the client starts at \u2212(\d\.\d\d)/.exec(text())!;
  return -Number(words[1]);
}

async function toTheDebrief(off: number, reason: string): Promise<void> {
  await toThePlane();
  await slide("The ending changes at", Math.round(20 * (trueEdge(shownLine()) + off)) / 20);
  await choose("Go on with this edge");
  await pick(reason);
  await choose("See the whole plane");
}

beforeEach(async () => {
  kernel = new Kernel(content);
  await open(freshPlace());
});

afterEach(() => close());

describe("the lab's guess", () => {
  test("wants a place and whose mood turns, and is answered", async () => {
    assert.ok(buttonNamed("Let them meet").disabled);
    await toThePlane();
    assert.ok(text().includes("they come to rest at 1.30 and 1.00; you had predicted 0.50 and 0.00."));
    assert.ok(text().includes("On the way the helper's mood changes direction, as you said."));
  });

  test("is held against what the model does", () => {
    const guess = { helper: 0, client: 0, turning: "both" as const };
    assert.equal(whoTurns(START, STRONG), "helper");
    assert.match(guessWords(START, guess, STRONG), /the helper's mood changes direction; you said both\.$/);
    assert.equal(whoTurns({ helper: -2, client: -4 }, HALVED), "both");
  });

  test("stands on the plane while the start is the one that was guessed", () => {
    const run: Run = { ...newRun({ helper: 0.4, client: -1, turning: "nobody" }, 2), edge: -0.7 };
    const labels = (start: typeof START, pulls: number[]): string[] =>
      pictureOf(planeOf(pulls), run, courseOf(start, pulls), null, pulls).guesses!.map(({ label }) => label);
    assert.deepEqual(labels(START, STRONG), ["you predicted", "your edge"]);
    assert.deepEqual(labels({ helper: 0, client: 0 }, STRONG), ["your edge"]);
    assert.deepEqual(labels(START, HALVED), []);
  });
});

describe("the plane", () => {
  test("says where a start ends, with a true minus", () => {
    const said = (start: typeof START, pulls: number[]): string => takeawayOf(start, restOf(start, pulls));
    assert.equal(said({ helper: -2, client: -4 }, STRONG), "From helper \u22122.00 and client \u22124.00 they come to rest at \u22121.70 and \u22124.00.");
    assert.match(said({ helper: -2, client: -4 }, HALVED), /rest at 0\.77 and \u22120\.23\.$/);
    assert.equal(mood(-0.001), "0.00");
  });

  test("has each mood stand still where its own line runs", () => {
    const [helper, client] = planeOf(STRONG).lines!;
    const rests = [[1.3, 1], [-1.7, -4]];
    for (const [x, y] of rests) {
      for (const { x: xs, y: ys } of [helper!, client!]) {
        const near = xs.some((each, i) => Math.hypot(each - x!, ys[i]! - y!) < 0.06);
        assert.ok(near, `${x}, ${y}`);
      }
    }
  });

  test("moves by its sliders and goes to the dashed line at a press", async () => {
    await toThePlane();
    await slide("Helper's start", -2);
    await choose("Put the start on the dashed line");
    assert.ok(text().includes(`From helper \u22122.00 and client ${mood(shownLine())} they come to rest at \u22121.70 and \u22124.00.`));
  });

  test("has no edge to find where every start ends in one place", async () => {
    await toThePlane();
    const select = root.querySelector("select")!;
    select.value = "halved";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await drawn();
    assert.ok(text().includes("every start ends in one place"));
    assert.ok(!text().includes("Find the edge"));
  });
});

describe("the edge", () => {
  test("lies along one of the task's lines, and every seed has one", () => {
    const guess = { helper: 0, client: 0, turning: "both" as const };
    for (let seed = 0; seed < 200; seed += 1) {
      const { line } = newRun(guess, seed);
      assert.ok(LINES.includes(line) && Number.isFinite(trueEdge(line)));
    }
  });

  test("found, with a reason that holds, meets the criteria and is recorded", async () => {
    await toTheDebrief(0.1, "Its numbers were chosen.");
    const [kept] = [...kernel.kept.values()];
    assert.equal(kept!.answer["met"], true);
    assert.equal(kept!.answer["reason"], "chosen");
    assert.deepEqual(kept!.answer["prediction"], { helper: 0.5, client: 0, turning: "helper" });
    assert.equal(root.querySelectorAll(".att-met").length, 2);
    assert.ok(text().includes("within 0.2 of it"));
    for (const words of ["So they were.", "Notice it.", "Plan the shift."]) assert.ok(text().includes(words), words);
    assert.equal((globalThis as { harmed?: boolean }).harmed, undefined);
  });

  test("missed, with a reason that does not hold, is said plainly", async () => {
    await toTheDebrief(0.6, "Because of chance.");
    assert.ok(text().includes("more than 0.2 away"));
    assert.ok(text().includes("There is none."));
    assert.equal(root.querySelectorAll(".att-unmet").length, 2);
    assert.equal([...kernel.kept.values()][0]!.answer["met"], false);
  });

  test("is asked for along a new line when started again, and waits when left", async () => {
    await toThePlane();
    const line = shownLine();
    await slide("The ending changes at", -1);
    close();
    await open(freshElement());
    await choose("Continue where you were");
    assert.equal(shownLine(), line);
    assert.equal(slider("The ending changes at").value, "-1");
  });
});

describe("the debrief", () => {
  test("lists every rest, and lets the pull on the client be another", async () => {
    await toTheDebrief(0, "Its numbers were chosen.");
    assert.ok(text().includes("0.46\u22120.08come to it with swings"));
    await slide("Pull on the client", 0);
    assert.ok(text().includes("With a pull of 0.0 on the client they rest at 2.30 and \u22121.00; with 2.0 at \u22121.70 and \u22124.00."));
  });
});

describe("the springs", () => {
  test("are in a tab that arrow keys reach, and say what each way of moving does", async () => {
    await toThePlane();
    root.querySelector<HTMLElement>("[role=tab][aria-selected=true]")!.focus();
    press("ArrowRight");
    await drawn();
    assert.equal(document.activeElement!.textContent, "Two springs");
    assert.ok(text().includes("Moving together they calm down (\u22120.60); moving opposite they stir each other up (0.20)."));
    await slide("Own damping", -0.5);
    assert.ok(text().includes("moving opposite they calm down (\u22120.10)"));
  });

  test("that are not damped at all swing on", () => {
    assert.equal(doing(0), "they swing on and on (0.00)");
  });
});

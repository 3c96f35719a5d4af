import { choose, drawn, freshElement, freshPlace, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { Statement } from "../../../widgets/src/m0-privacy/content";
import widget from "../../../widgets/src/m0-privacy/index";
import { Kernel } from "./kernel";
import { privacy } from "./orientation_content";

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

function shown(): Statement {
  const words = root.querySelector("blockquote")!.textContent!;
  return privacy.statements.find(({ statement }) => statement === words)!;
}

async function say(said: boolean): Promise<void> {
  root.querySelector<HTMLInputElement>(`input[value="${said}"]`)!.click();
  await drawn();
  await choose("Answer");
}

async function walk(saying: (statement: Statement) => boolean): Promise<void> {
  for (let n = 0; n < 6; n += 1) {
    await say(saying(shown()));
    await choose(/Next statement|Look back/);
  }
}

beforeEach(async () => {
  kernel = new Kernel(privacy);
  await open(freshPlace());
});

afterEach(() => close());

describe("six statements on privacy", () => {
  test("are answered at once, with the test that proves each", async () => {
    await choose("Begin");
    const { holds, because, proved_by } = shown();
    assert.ok(!text().includes(because));
    await say(!holds);
    assert.ok(text().includes(`${holds ? "True." : "False."} You expected otherwise.`));
    assert.ok(text().includes(because));
    assert.ok(text().includes(`Held to it by the test ${proved_by}`));
    assert.equal(document.activeElement!.getAttribute("aria-label"), "How it is");
  });

  test("ask nobody how sure they are", async () => {
    await choose("Begin");
    assert.equal(root.querySelector('input[type="range"]'), null);
  });

  test("are recorded, and can be gone through again and again", async () => {
    await choose("Begin");
    await walk(() => true);
    assert.ok(text().includes("3 of 6 are as you expected. This exercise looks for all 6; go through them as often as you like."));
    assert.ok(text().includes("Had you believed every statement, 3 of 6 would have fitted; had you believed none, 3."));
    await choose("Go through them again");
    await walk(({ holds }) => holds);
    assert.ok(text().includes("6 of 6 are as you expected: you know what leaves the notebook, and what stays."));
    const kept = [...kernel.kept.values()].map(({ answer }) => (answer as { given: { right: boolean }[] }).given);
    assert.deepEqual(kept.map((given) => given.filter(({ right }) => right).length), [3, 6]);
  });

  test("wait for their learner after a reload", async () => {
    await choose("Begin");
    await say(true);
    close();
    await open(freshElement());
    assert.ok(text().includes("You began: 1 of 6 are answered."));
    await choose("Continue where you were");
    assert.ok(text().includes("Statement 2 of 6"));
  });
});

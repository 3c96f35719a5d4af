import { buttonNamed, choose, drawn, freshElement, freshPlace, press, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { ZONES } from "../../../widgets/src/generated/directions.js";
import widget from "../../../widgets/src/m0-mapper/index";
import { Kernel } from "./kernel";
import { mapper } from "./mapper_content";

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

function zoneButton(zone: string): HTMLButtonElement {
  return root.querySelector<HTMLButtonElement>(`[data-zone="${zone}"] .att-zone-button`)!;
}

const inHand = (): string => root.querySelector<HTMLElement>(".att-hand [data-card]")!.dataset.card!;
const said = (): string => root.querySelector(".att-sort-said")!.textContent!;

async function put(zone: string): Promise<void> {
  zoneButton(zone).click();
  await drawn();
}

/** Put every sentence by a rule from its place in the content. */
async function putAll(zoneFor: (i: number) => string): Promise<void> {
  for (let n = 0; n < mapper.directions.length; n += 1) {
    await put(zoneFor(mapper.directions.findIndex(({ id }) => id === inHand())));
  }
}

async function nameGap(gap: string): Promise<void> {
  await choose("Go on");
  root.querySelector<HTMLInputElement>(`input[value="${gap}"]`)!.click();
  await drawn();
  await choose("Compare the readings");
}

beforeEach(async () => {
  kernel = new Kernel(mapper);
  await open(freshPlace());
});

afterEach(() => close());

describe("who attunes to whom", () => {
  test("asks for a guess, sorts, asks for the gap, and records what was chosen", async () => {
    const slider = root.querySelector<HTMLInputElement>('input[type="range"]')!;
    slider.value = "5";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await drawn();
    await choose("Begin to sort");
    assert.ok(buttonNamed("Go on").disabled);
    await putAll((i) => ZONES[i]!);
    await nameGap("whom");
    assert.deepEqual([...kernel.kept.values()][0]!.answer, {
      predicted: 5,
      placed: Object.fromEntries(mapper.directions.map(({ id }, i) => [id, ZONES[i]])),
      gap: "whom",
      fitting: 6,
    });
    assert.ok(text().includes("6 of your 6 readings are among those accepted. 2 sentences speak of the helper's own protection; you had guessed 5."));
    assert.ok(text().includes("Feedback whom."));
    assert.ok(!text().includes("not among those accepted"));
  });

  test("tells no reading before the comparison", async () => {
    await choose("Begin to sort");
    await putAll(() => "helper-client");
    assert.ok(!text().includes("Note"));
    await nameGap("which-work");
    assert.ok(text().includes("Note 1."));
    assert.ok(text().includes("Read otherwise here"));
    assert.ok(text().includes("1 of your 6 readings"));
  });

  test("puts by number key, walks by arrows, takes up again by Enter and lets go by Escape", async () => {
    await choose("Begin to sort");
    const first = inHand();
    zoneButton("helper-client").focus();
    press("ArrowDown");
    assert.equal(document.activeElement, zoneButton("peer-helper"));
    press("End");
    assert.equal(document.activeElement, zoneButton("not-said"));
    press("Home");
    press("3");
    await drawn();
    assert.match(said(), /Put under Zone helper-self\. 5 sentences left\. Next: Sentence/);
    root.querySelector<HTMLElement>(`.att-zone [data-card="${first}"]`)!.click();
    await drawn();
    assert.equal(document.activeElement, zoneButton("helper-self"));
    assert.equal(inHand(), first);
    press("Escape");
    await drawn();
    assert.notEqual(inHand(), first);
    await choose("Undo");
    assert.equal(inHand(), first);
    assert.match(said(), /Back in your hand/);
  });

  test("leaves keys with Ctrl to the notebook", async () => {
    await choose("Begin to sort");
    const first = inHand();
    zoneButton("helper-client").focus();
    press("1", { ctrlKey: true });
    await drawn();
    assert.equal(inHand(), first);
  });

  test("goes on after a reload", async () => {
    await choose("Begin to sort");
    await put("not-said");
    const next = inHand();
    close();
    await open(freshElement());
    assert.ok(text().includes("You began to sort: 1 of 6 lie somewhere."));
    await choose("Continue where you were");
    assert.equal(inHand(), next);
  });

  test("says what one direction for all would have come to", async () => {
    await choose("Begin to sort");
    await putAll(() => "helper-client");
    await nameGap("whom");
    const select = root.querySelector<HTMLSelectElement>("select")!;
    assert.equal(select.value, "helper-client");
    select.value = "not-said";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await drawn();
    assert.match(text(), /3 of 6 would have been an accepted reading, beside 1 of yours\. The most that any one direction fits is 3/);
  });

  test("shows each picture as a table too, and nothing of a sentence as markup", async () => {
    await choose("Begin to sort");
    await putAll((i) => ZONES[i]!);
    await nameGap("whom");
    await choose(/^Show as table/);
    assert.ok(text().includes("Where you put the sentences"));
    assert.equal((globalThis as { harmed?: boolean }).harmed, undefined);
    assert.equal(root.querySelectorAll("img").length, 0);
  });

  test("records nothing when skipped", async () => {
    await choose("Begin to sort");
    await choose("Skip this: it costs nothing");
    assert.equal(kernel.kept.size, 0);
  });
});

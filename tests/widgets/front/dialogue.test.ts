import { buttonNamed, choose, drawn, freshElement, freshPlace, press, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import widget from "../../../widgets/src/m2-dialogue/index";
import { openConversation } from "../../../widgets/src/m2-dialogue/conversation";
import { tracesOf } from "../../../widgets/src/m2-dialogue/live_traces";
import { columnsOf } from "../../../widgets/src/shared/traces";
import { dialogue } from "./content";
import { Kernel } from "./kernel";

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

async function begin(name = "Ada"): Promise<void> {
  await choose(`Meet ${name}`);
  await choose("Begin the conversation");
}

async function takeTurns(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    press(String(1 + (i % 5)));
    await drawn();
  }
}

/** The rows of the first table under a caption. */
function rowsUnder(caption: string): string[][] {
  const table = [...root.querySelectorAll("table")].find((each) => each.caption!.textContent === caption);
  assert.ok(table, `no table is called ${caption}`);
  const rows = [...table.tBodies[0]!.rows];
  return rows.map((row) => [...row.cells].map((cell) => cell.textContent!.replace(/\s+/g, " ").trim()));
}

beforeEach(async () => {
  kernel = new Kernel(dialogue);
  await open(freshPlace());
});

afterEach(() => close());

describe("the card", () => {
  test("says what it asks, how long it takes, what it may stir and what it is not", () => {
    for (const words of [
      "The exercise m2-dialogue", "You choose what to say.", "About 20 minutes.", "TEACH",
      "a model invented for teaching", "Someone is tired after work.",
      "Practice with an invented person. Not a tool for real clients.",
    ]) {
      assert.ok(text().includes(words), words);
    }
  });

  test("does not take the focus when it first stands on a page", () => {
    assert.equal(document.activeElement, document.body);
  });

  test("shrinks to a line when skipped, records nothing, and comes back", async () => {
    await begin();
    await takeTurns(3);
    await choose("Skip this: it costs nothing");
    assert.equal(text(), "The exercise m2-dialogue, skipped.Come back to it");
    assert.equal((document.activeElement as HTMLElement).textContent, "Come back to it");
    assert.deepEqual(kernel.heard.filter(({ type }) => type !== "hello"), []);
    await choose("Come back to it");
    assert.ok(text().includes("Turn 4 of 20."));
  });

  test("pauses without losing its place", async () => {
    await begin();
    await takeTurns(2);
    await choose("Pause");
    assert.ok(root.querySelector<HTMLElement>(".att-stage")!.hidden);
    assert.equal((document.activeElement as HTMLElement).textContent, "Continue");
    await choose("Continue");
    assert.ok(text().includes("Turn 3 of 20."));
  });

  test("keeps plain keys from the notebook and leaves it those with Ctrl", async () => {
    await begin();
    const reached: string[] = [];
    const hear = (event: KeyboardEvent): void => void reached.push(event.key);
    document.body.addEventListener("keydown", hear);
    press("1");
    press("x");
    press("s", { ctrlKey: true });
    document.body.removeEventListener("keydown", hear);
    assert.deepEqual(reached, ["s"]);
  });

  test("leaves nothing behind when it is taken away", () => {
    close();
    assert.equal(root.innerHTML, "");
    assert.equal(kernel.listeners, 0);
  });
});

describe("a conversation by keyboard", () => {
  test("goes from the guess to the debrief and is recorded", async () => {
    await begin();
    await takeTurns(20);
    assert.equal((document.activeElement as HTMLElement).textContent, "See what happened");
    await choose("See what happened");
    assert.equal((document.activeElement as HTMLElement).textContent, "What happened with Ada");
    const [kept] = [...kernel.kept.values()];
    assert.equal(kept!.exercise, "m2-dialogue");
    assert.equal((kept!.answer["acts"] as string[]).length, 20);
    assert.deepEqual(kept!.answer["prediction"], { trust: 0.5, outside: 0.25 });
    assert.match(text(), /Trust ended at 0\.\d\d(; you had predicted 0\.50|, as you had predicted)\./);
    assert.ok(text().includes("Your record holds 1 attempt."));
  });

  test("moves the focus to the next turn's replies, named by their turn", async () => {
    await begin();
    press("2");
    await drawn();
    assert.equal(document.activeElement!.getAttribute("aria-label"), "Turn 2 of 20. What do you say?");
  });

  test("adds to the log and leaves what was said as it is", async () => {
    await begin();
    const first = root.querySelector(".att-turn");
    await takeTurns(1);
    const turns = root.querySelectorAll(".att-turn");
    assert.equal(turns.length, 2);
    assert.equal(turns[0], first);
  });

  test("does not take a number with Ctrl or a held key for a choice", async () => {
    await begin();
    press("1", { ctrlKey: true });
    press("1", { repeat: true });
    press("9");
    await drawn();
    assert.ok(text().includes("Turn 1 of 20."));
  });

  test("shows words and never the names of acts", async () => {
    await begin();
    const words = [...root.querySelectorAll(".att-reply")].map((reply) => reply.textContent!);
    assert.equal(words.length, 11);
    assert.ok(words.every((each) => / words for /.test(each)));
    assert.ok(!text().includes("The advise"));
  });

  test("can be ended from turn 8 and not before", async () => {
    await begin();
    await takeTurns(7);
    assert.ok(buttonNamed("You can end it from turn 8").disabled);
    await takeTurns(1);
    await choose("End the conversation here");
    assert.equal(([...kernel.kept.values()][0]!.answer["acts"] as string[]).length, 8);
  });

  test("goes on without its traces", async () => {
    await begin();
    await choose("Hide the traces");
    await takeTurns(1);
    assert.equal(root.querySelector("figure"), null);
    await choose("Show the traces");
    assert.ok(root.querySelector("figure"));
  });

  test("treats a scene's words as text", async () => {
    await begin();
    await takeTurns(3);
    assert.equal(root.querySelector("img"), null);
    assert.ok(text().includes("<img src=x"));
  });
});

describe("what the debrief says", () => {
  async function playToEnd(): Promise<void> {
    await begin();
    await takeTurns(20);
    await choose("See what happened");
  }

  test("the table gives the numbers of the picture", async () => {
    await playToEnd();
    const { seed, acts, prediction } = [...kernel.kept.values()][0]!.answer as never as {
      seed: number; acts: string[]; prediction: { trust: number; outside: number };
    };
    const conversation = openConversation(dialogue.scenarios[0]!, seed, acts);
    const [turns, ...series] = columnsOf(tracesOf({ conversation, prediction, started: "" }, 20));
    const expected = turns!.map((turn, i) => [
      turn === 0 ? "start" : String(turn),
      ...series.map((levels) => levels[i]!.toFixed(2)),
    ]);
    assert.deepEqual(rowsUnder("Levels by turn, arbitrary units").map((row) => row.slice(0, 4)), expected);
  });

  test("the transcript codes each turn", async () => {
    await playToEnd();
    const acts = [...kernel.kept.values()][0]!.answer["acts"] as string[];
    const rows = rowsUnder("What you said, what kind of response it is, and what followed");
    assert.equal(rows.length, 20);
    rows.forEach((row, i) => assert.ok(row[1]!.startsWith(`The ${acts[i]!}`), row[1]!));
  });

  test("the shares are those of the acts, beside the published ones", async () => {
    await playToEnd();
    const acts = [...kernel.kept.values()][0]!.answer["acts"] as string[];
    const share = (kinds: string[]) => `${(100 * acts.filter((act) => kinds.includes(act)).length / 20).toFixed(1)}%`;
    assert.deepEqual(rowsUnder("Beside annotated demonstration conversations, AnnoMI"), [
      ["Reflections", share(["simple_reflection", "complex_reflection"]), "28.5%", "7.0%"],
      ["Advice and other input", share(["advise"]), "10.6%", "32.9%"],
    ]);
  });

  test("claims carry id, status and what is taught, and the model its limits and source", async () => {
    await playToEnd();
    for (const words of [
      "def-03a · supported, small effects", "Feeling understood is not getting better.",
      "Advice that raises trust as much would show it wrong.", "Tone of voice", "your client may differ",
    ]) {
      assert.ok(text().includes(words), words);
    }
    assert.equal(root.querySelector("pre")!.textContent, dialogue.source["dialogue.py"]);
  });

  test("another turn and reply can be tried", async () => {
    await playToEnd();
    const [turn, act] = [...root.querySelectorAll("select")];
    const given = ([...kernel.kept.values()][0]!.answer["acts"] as string[])[2]!;
    turn!.value = "3";
    turn!.dispatchEvent(new Event("change", { bubbles: true }));
    await drawn();
    act!.value = given;
    act!.dispatchEvent(new Event("change", { bubbles: true }));
    await drawn();
    assert.ok(text().includes("That is the reply you gave."));
  });
});

describe("without a kernel", () => {
  test("a reload finds the conversation where it was", async () => {
    await begin();
    await takeTurns(5);
    const said = root.querySelector(".att-log")!.textContent;
    close();
    await open(freshElement());
    assert.ok(text().includes("You were talking with Ada, at turn 6 of 20."));
    await choose("Continue where you were");
    assert.equal(root.querySelector(".att-log")!.textContent, said);
  });

  test("a finished conversation is no draft, and its debrief can be looked at again", async () => {
    await begin();
    await takeTurns(20);
    await choose("See what happened");
    const takeaway = root.querySelector(".att-takeaway")!.textContent;
    close();
    await open(freshElement());
    assert.ok(!text().includes("Continue where you were"));
    await choose("Look at your last debrief");
    assert.equal(root.querySelector(".att-takeaway")!.textContent, takeaway);
    assert.equal(kernel.count("attempt"), 1);
  });

  test("a draft can be left behind", async () => {
    await begin();
    await takeTurns(2);
    close();
    await open(freshElement());
    await choose("Start afresh");
    assert.ok(!text().includes("Continue where you were"));
  });

  test("the debrief comes, the attempt waits, and a kernel that is back gets it once", async () => {
    kernel.alive = false;
    await begin();
    await takeTurns(20);
    await choose("See what happened");
    assert.ok(text().includes("Trust ended at"));
    assert.equal(kernel.kept.size, 0);
    close();
    kernel = new Kernel(dialogue);
    await open(freshElement());
    assert.equal(kernel.kept.size, 1);
    assert.equal(kernel.count("attempt"), 1);
    assert.equal(localStorage.getItem("attunement:learner-1:m2-dialogue:pending"), null);
  });
});

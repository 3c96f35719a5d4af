import { buttonNamed, choose, drawn, freshElement, freshPlace, press, text } from "./page";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { BEATS } from "../../../widgets/src/generated/repair.js";
import type { Encounter, RepairContent, Told } from "../../../widgets/src/m1-repair/content";
import { criteriaOf, takeawayOf } from "../../../widgets/src/m1-repair/debrief";
import widget from "../../../widgets/src/m1-repair/index";
import { otherCourse, OTHERS, trustOf } from "../../../widgets/src/m1-repair/other_course";
import { otherWords } from "../../../widgets/src/m1-repair/counterfactual";
import { type Act, attemptOf, type Finished, newRun, summaryOf, type Way } from "../../../widgets/src/m1-repair/run";
import { tell, tellingWords, toldAt } from "../../../widgets/src/m1-repair/telling";
import { acts_by } from "../../../widgets/src/generated/repairers.js";
import { dialogue, HOSTILE } from "./content";
import { Kernel } from "./kernel";

const TOLD: Told[] = [
  "in_step", "apart", "cue", "waits", "closed", "returned", "inside", "early", "needless", "late",
  "asked_in_step", "asked_apart", "asked_noticed",
];

function encounter(id: string, name: string): Encounter {
  const lines = TOLD.map((told) => [told, [`<${told}> one.`, `<${told}> two. ${HOSTILE}`]]);
  return {
    id,
    name,
    title: "A small thing",
    about: `${name} mends clocks.`,
    setting: "A bench.",
    cue: "the ticking stops",
    repair: "I lost you.",
    ask: "With me?",
    pair: { breaks: 0.6, returns: 0.3, notices: 0.6, window: 3 },
    lines: Object.fromEntries(lines) as Encounter["lines"],
    tempts: "A clock that stops is not cross.",
  };
}

const content: RepairContent = {
  exercise: { ...dialogue.exercise, id: "m1-repair", title: "The repair" },
  claims: dialogue.claims,
  encounters: [encounter("ada", "Ada"), encounter("bo", "Bo")],
  reasons: [
    { id: "more", text: "Match more.", sound: false, feedback: "Less trust came of it." },
    { id: "back", text: "Find back.", sound: true, feedback: "So it is here." },
  ],
  levers: [{ id: "time", name: "Time", about: "Room.", person: "Say so.", organisation: "Plan for it." }],
  source: { "repair.py": `# ${HOSTILE}` },
};

let kernel: Kernel;
let close: () => void;
let root: HTMLElement;

async function open(element: HTMLElement): Promise<void> {
  root = element;
  close = widget.render({ model: kernel, el: element });
  await drawn();
}

async function pick(value: string): Promise<void> {
  root.querySelector<HTMLInputElement>(`input[value="${value}"]`)!.click();
  await drawn();
}

async function begin(way: Way): Promise<void> {
  await pick("bo");
  await pick(way);
  await choose("Go on");
  await choose("Begin to talk");
}

const status = (): string => root.querySelector(".att-telling-status strong")!.textContent!;
const said = (): string => root.querySelector('.att-telling [role="status"]')!.textContent!;

async function key(name: string): Promise<void> {
  press(name);
  await drawn();
}

/** Repair at each cue, wait otherwise, until the conversation is over. */
async function talk(): Promise<void> {
  for (let beat = 0; beat < BEATS; beat += 1) await key(status().endsWith("has noticed") ? "2" : "1");
}

function finished(acts: (run: { seed: number }) => string[], way: Way = "stepped"): Finished {
  const run = newRun(content.encounters[0]!, way, { in_step: 0.6, inside: 0.5 }, 11);
  return { ...run, acts: acts(run) as Act[], reason: content.reasons[1]! };
}

const by = (rule: string) => ({ seed }: { seed: number }): string[] => acts_by(rule, content.encounters[0]!.pair, seed);

beforeEach(async () => {
  kernel = new Kernel(content);
  await open(freshPlace());
});

afterEach(() => close());

describe("a conversation beat by beat", () => {
  test("wants a person and a way, and neither is chosen for you", async () => {
    assert.ok(buttonNamed("Go on").disabled);
    await pick("ada");
    assert.ok(buttonNamed("Go on").disabled);
    await pick("stepped");
    assert.ok(!buttonNamed("Go on").disabled);
  });

  test("reads out every beat, whether or not anything changed", async () => {
    await begin("stepped");
    const heard = new Set<string>([said()]);
    assert.match(said(), /^Beat 1 of 40\. In step\. <in_step> (one|two)\./);
    for (const name of ["1", "1", "3", "1", "2"]) {
      await key(name);
      heard.add(said());
      assert.ok(said().includes(`${status()}. `));
    }
    assert.equal(heard.size, 6);
  });

  test("goes on by buttons too, and the button pressed keeps the focus", async () => {
    await begin("stepped");
    const ask = buttonNamed(/^Ask/);
    ask.focus();
    ask.click();
    await drawn();
    assert.match(said(), /^Beat 2 of 40\. .*<asked_in_step>/);
    assert.equal(document.activeElement, buttonNamed(/^Ask/));
  });

  test("is played to its debrief and recorded, as seed and acts lead to it, without the way", async () => {
    await begin("stepped");
    await talk();
    assert.equal(document.activeElement, buttonNamed("What does it show?"));
    await choose("What does it show?");
    assert.ok(buttonNamed("Look back").disabled);
    await pick("back");
    await choose("Look back");
    const { answer } = [...kernel.kept.values()][0]!;
    assert.deepEqual(Object.keys(answer).sort(), ["acts", "encounter", "met", "prediction", "reached", "reason", "seed"]);
    assert.equal(answer.met, true);
    assert.equal(answer.encounter, "bo");
    assert.ok(text().includes("A clock that stops is not cross."));
    assert.ok(text().includes("Plan for it."));
    assert.equal((globalThis as { harmed?: boolean }).harmed, undefined);
  });

  test("waits for its learner after a reload", async () => {
    await begin("stepped");
    await key("1");
    await key("1");
    const before = said();
    close();
    await open(freshElement());
    assert.ok(text().includes("You were talking with Bo, at beat 3 of 40."));
    await choose("Continue where you were");
    assert.equal(said(), before);
  });

  test("can go over to the clock and back at any beat", async () => {
    await begin("stepped");
    await key("1");
    await choose("Go on by the clock");
    assert.ok(text().includes("Beat 2 of 40"));
    await key("1"); // a key of the other way
    assert.ok(text().includes("Beat 2 of 40"));
    await choose("Go on beat by beat, without the clock");
    await key("1");
    assert.ok(text().includes("Beat 3 of 40"));
  });
});

describe("by the clock", () => {
  test("nothing runs, and nothing can be mended, before it is started", async () => {
    await begin("timed");
    assert.ok(text().includes("The clock waits for you."));
    await key("r");
    assert.ok(text().includes("Beat 1 of 40"));
    await choose("Start the clock");
    assert.ok(buttonNamed(/^Repair/) === document.activeElement);
    await key("r");
    assert.match(said(), /^Beat 2 of 40\. .*<needless>/);
    await key("s");
    assert.ok(text().includes("The clock stands still, and your place is kept."));
  });

  test("only what is new is read out", async () => {
    const run = { ...finished(by("never"), "timed"), acts: [] as Act[] };
    const news = Array.from({ length: BEATS }, (_, at) => tell({ ...run, acts: Array<Act>(at).fill("wait") }));
    for (const [i, { state, news: isNew, lines }] of news.entries()) {
      const changed = i === 0 || state !== news[i - 1]!.state;
      assert.ok(isNew || !changed);
      if (lines[0]!.startsWith("<cue>")) assert.ok(isNew);
      if (lines[0]!.startsWith("<waits>")) assert.ok(!isNew);
    }
    assert.ok(news.some(({ news: isNew }) => !isNew));
  });

  test("a run counts exactly as the same run without it", () => {
    const [timed, stepped] = (["timed", "stepped"] as Way[]).map((way) => attemptOf(finished(by("asks_first"), way), "m1-repair"));
    assert.deepEqual(timed!.answer, stepped!.answer);
    assert.equal(timed!.answer.met, true);
  });
});

describe("a beat is told", () => {
  const at = (apart: number, noticed = 0) => ({ apart, noticed, rest: 0, trust: 0.5 });
  const cases: [string, Parameters<typeof toldAt>, Told[]][] = [
    ["first", [null, null, at(0), 3], ["in_step"]],
    ["in step and waiting", [at(0), "wait", at(0), 3], ["in_step"]],
    ["falling out", [at(0), "wait", at(1), 3], ["apart"]],
    ["noticed", [at(1), "wait", at(2, 1), 3], ["cue"]],
    ["in the window", [at(2, 1), "wait", at(3, 2), 3], ["waits"]],
    ["past it", [at(4, 3), "wait", at(5, 4), 3], ["closed"]],
    ["found back alone", [at(2), "wait", at(0), 3], ["returned"]],
    ["mended in time", [at(4, 3), "repair", at(0), 3], ["inside"]],
    ["mended early", [at(1), "repair", at(0), 3], ["early"]],
    ["mended late", [at(5, 4), "repair", at(0), 3], ["late"]],
    ["mended for nothing", [at(0), "repair", at(0), 3], ["needless"]],
    ["mended for nothing, and lost", [at(0), "repair", at(1), 3], ["needless", "apart"]],
    ["asked in step, and lost", [at(0), "ask", at(1), 3], ["asked_in_step", "apart"]],
    ["asked out of step", [at(1), "ask", at(2, 1), 3], ["asked_apart"]],
    ["asked in the window", [at(2, 1), "ask", at(3, 2), 3], ["asked_noticed"]],
    ["asked as it closes", [at(4, 3), "ask", at(5, 4), 3], ["asked_noticed", "closed"]],
    ["asked late, and found back", [at(5, 4), "ask", at(0), 3], ["asked_noticed", "returned"]],
  ];
  for (const [name, given, told] of cases) {
    test(name, () => assert.deepEqual(toldAt(...given), told));
  }

  test("and the end is called so", () => {
    assert.match(tellingWords(tell(finished(by("never")))), /^The end\. /);
  });
});

describe("looking back", () => {
  test("beside the same conversation otherwise, met by the same chances", () => {
    const run = finished(by("well_timed"));
    const later = otherCourse(run, "later");
    assert.ok(later.summary.repairs >= summaryOf(run).repairs - 1); // the last may fall past the end
    assert.ok(later.summary.trust < summaryOf(run).trust);
    const matching = otherCourse(run, "constant_matcher");
    assert.ok(matching.summary.in_step > summaryOf(run).in_step);
    assert.match(otherWords(run, matching), /^Had you matched at every beat: trust 0\.0\d at the end instead of 0\.\d\d, .* repairs inside the window 0 of 40 \(0%\)\.$/);
    assert.equal(trustOf(run, run.acts).length, BEATS + 1);
    for (const { id } of OTHERS) assert.equal(otherCourse(run, id).acts.length, BEATS);
  });

  test("says what was looked for, and that nothing was repaired where nothing was", () => {
    const [repairs, statement] = criteriaOf(finished(by("never")));
    assert.deepEqual([repairs!.reached, repairs!.met, statement!.met], ["none, as nothing was repaired", false, true]);
    assert.ok(criteriaOf(finished(by("well_timed"))).every(({ met }) => met));
    assert.match(takeawayOf(finished(by("well_timed"))), /^You expected 5 of 10 of your repairs inside the window\. There were (\d+) of \1 \(100%\)\. Trust went from 0\.50 to 0\.[6-9]\d\.$/);
  });
});

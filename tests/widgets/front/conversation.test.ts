import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check_attempt, mean_trust, summarise } from "../../../widgets/src/generated/conversation.js";
import { openConversation, say, strains } from "../../../widgets/src/m2-dialogue/conversation";
import { clientsWith, otherwise, suggestChange } from "../../../widgets/src/m2-dialogue/other_course";
import { attemptOf, criteriaOf } from "../../../widgets/src/m2-dialogue/outcome";
import { ACTS, scenario } from "./content";

const SCENE = scenario("ada", "Ada");

function someActs(seed: number, count = 20): string[] {
  return Array.from({ length: count }, (_, i) => ACTS[(seed * 7 + i * i) % ACTS.length]!);
}

describe("a conversation", () => {
  test("comes back from seed and acts exactly as it was", () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const acts = someActs(seed);
      const played = acts.reduce(say, openConversation(SCENE, seed));
      assert.deepEqual(openConversation(SCENE, seed, acts), played);
    }
  });

  test("shows every act once at each turn, five of them first", () => {
    for (const prompt of openConversation(SCENE, 4, someActs(4)).prompts) {
      assert.equal(prompt.offered.length, 5);
      assert.deepEqual([...prompt.offered, ...prompt.others].sort(), [...ACTS].sort());
    }
  });

  test("opens with the character's first words and then says nothing twice while it can help it", () => {
    const lines = openConversation(SCENE, 9, someActs(9, 10)).prompts.map(({ line }) => line);
    assert.equal(lines[0], SCENE.opening);
    assert.equal(new Set(lines).size, lines.length);
  });

  test("is answered in other words with another seed", () => {
    const lines = (seed: number) => openConversation(SCENE, seed, someActs(1)).prompts.map(({ line }) => line).join();
    assert.notEqual(lines(1), lines(2));
  });

  test("marks as many strains as the model counts ruptures", () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const { clients, acts } = openConversation(SCENE, seed, someActs(seed));
      assert.equal(strains(clients).length, summarise(clients, acts).ruptures);
    }
  });

  test("is recorded so that the model can check it", () => {
    const conversation = openConversation(SCENE, 12, someActs(12, 9));
    const run = { conversation, prediction: { trust: 0.5, outside: 0.1 }, started: "2026-01-01T00:00:00.000Z" };
    const { answer, version, exercise } = attemptOf(run, "m2-dialogue");
    assert.equal(check_attempt(SCENE, answer), "");
    assert.deepEqual([version, exercise, answer["scenario"]], [1, "m2-dialogue", "ada"]);
    assert.notEqual(check_attempt(SCENE, { ...answer, seed: 13 }), "");
  });
});

describe("the counterfactual", () => {
  test("of a reply with itself changes nothing and says so", () => {
    const conversation = openConversation(SCENE, 3, someActs(3));
    const change = { turn: 5, act: conversation.acts[4]! };
    const would = clientsWith(conversation, change);
    assert.deepEqual(would, conversation.clients);
    assert.equal(otherwise(conversation, change, "Advice", would), "That is the reply you gave.");
  });

  test("suggests a change that raises trust over the conversation", () => {
    const conversation = openConversation(SCENE, 3, Array.from({ length: 20 }, () => "advise"));
    const suggested = suggestChange(conversation);
    assert.ok(suggested.helps);
    assert.ok(mean_trust(clientsWith(conversation, suggested)) > mean_trust(conversation.clients));
  });

  test("says where there is none to suggest", () => {
    const always = openConversation(SCENE, 3, []);
    assert.equal(suggestChange(always).helps, false);
  });

  test("gives the average and the end, and says which stay as they were", () => {
    const client = (trust: number) => ({ arousal: 0.5, trust, disclosure: 0, rupture: 0, recent: [] });
    const conversation = { ...openConversation(SCENE, 3), acts: ["advise"], clients: [0.2, 0.4].map(client) };
    const sentence = (trust: number[]) =>
      otherwise(conversation, { turn: 1, act: "validate" }, "Open question", trust.map(client));
    const before = mean_trust(conversation.clients).toFixed(2);
    const after = mean_trust([0.2, 0.6].map(client)).toFixed(2);
    assert.equal(
      sentence([0.2, 0.6]),
      `Had turn 1 been an open question, trust would have averaged ${after} instead of ${before} and ended at 0.60 instead of 0.40.`,
    );
    assert.equal(
      sentence([0.2, 0.4]),
      `Had turn 1 been an open question, trust would have averaged ${before} as before and ended at 0.40 as before.`,
    );
  });
});

describe("the criteria", () => {
  const summary = summarise(openConversation(SCENE, 1).clients, []);

  test("are met at their limits and not below", () => {
    const met = (trust: number, disclosure: number, outside: number): boolean[] =>
      criteriaOf({ ...summary, trust, disclosure, outside }).map((criterion) => criterion.met);
    assert.deepEqual(met(0.7, 0.3, 0.1), [true, true, true]);
    assert.deepEqual(met(0.69, 0.29, 0.11), [false, false, false]);
  });
});

import "./page";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { differenceWords } from "../../../widgets/src/shared/confidence/had_you_said";
import { reliabilityPicture } from "../../../widgets/src/shared/confidence/reliability";
import { evenlySure, gapOf, type Judged, scoreOf, stepsOf, sureAndRight } from "../../../widgets/src/shared/confidence/scores";
import { brierWords, gapWords, signedScore, surenessWords } from "../../../widgets/src/shared/confidence/words";

const judged = (...answers: [number, boolean][]): Judged[] =>
  answers.map(([confidence, right]) => ({ confidence, right }));
const some = judged([0.5, true], [0.5, false], [0.9, true], [1, true], [1, false], [1, true]);

describe("the reliability diagram", () => {
  const shown = { judged: some, expected: 4, takeaway: "", rightWords: "labels that fitted" };

  test("has a point for each confidence, as high as it was right, with its count", () => {
    const points = reliabilityPicture(shown).points!;
    assert.deepEqual(points.map(({ x }) => x[0]), [50, 90, 100]);
    assert.deepEqual(points.map(({ y }) => Math.round(y[0]!)), [50, 100, 67]);
    assert.deepEqual(points.map(({ names }) => names), [["2"], ["1"], ["3"]]);
    assert.ok(points[2]!.size! > points[1]!.size!);
  });

  test("keeps what was expected beside the result", () => {
    const [rule] = reliabilityPicture(shown).rules!;
    assert.deepEqual([rule!.axis, Math.round(rule!.at), rule!.label, rule!.kind], ["y", 67, "you expected 4 of 6", "guess"]);
    const { expected: _, ...unexpecting } = shown;
    assert.deepEqual(reliabilityPicture(unexpecting).rules, []);
  });

  test("tells two sets apart by shape and name, not by colour alone", () => {
    const { points, lines } = reliabilityPicture({ ...shown, before: some });
    assert.deepEqual(points!.map(({ mark, hollow }) => [mark, hollow]), [
      ["square", true], ["square", true], ["square", true], ["circle", false], ["circle", false], ["circle", false],
    ]);
    assert.deepEqual(lines!.flatMap(({ label }) => label ?? []), ["sure = right", "first set", "second set"]);
  });

  test("draws from each point to where sure and right agree", () => {
    const stems = reliabilityPicture(shown).lines!.filter(({ x }) => x.length === 2 && x[0] === x[1]);
    assert.deepEqual(stems.map(({ y }) => y[0]), [50, 90, 100]);
  });
});

describe("scores", () => {
  test("come from the models", () => {
    assert.ok(Math.abs(scoreOf(some) - (0.25 + 0.25 + 0.01 + 0 + 1 + 0) / 6) < 1e-12);
    assert.deepEqual(stepsOf(some).map(({ count }) => count), [2, 1, 3]);
    assert.ok(Math.abs(evenlySure(some).confidence - 4 / 6) < 1e-12);
    assert.ok(gapOf(some) > 0);
  });

  test("are told in words that neither praise nor blame", () => {
    assert.equal(sureAndRight(some), "You were 82% sure on average and right 67% of the time.");
    assert.equal(gapWords(0.15), "15 points surer than you were right");
    assert.equal(gapWords(-0.15), "15 points less sure than you were right");
    assert.equal(gapWords(0.01), "about as sure as you were right");
    assert.equal(brierWords(0.25), "about what saying 50% each time comes to");
    assert.equal(surenessWords(50), "as likely as not");
    assert.equal(surenessWords(55), "leaning this way");
    assert.equal(surenessWords(80), "fairly sure");
    assert.deepEqual([signedScore(0.06), signedScore(-0.06), signedScore(0)], ["+0.06", "\u22120.06", "0.00"]);
    assert.match(differenceWords(0.2, 0.25), /carried something/);
    assert.match(differenceWords(0.3, 0.25), /come closer/);
    assert.match(differenceWords(0.25, 0.251), /the same/);
  });
});

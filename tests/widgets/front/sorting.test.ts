import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  cardsIn, inHand, isSorted, isSortingOf, lift, openSorting, postpone, put, type Sorting, undo,
} from "../../../widgets/src/shared/sorting/sorting";
import { liftedWords, placedWords, postponedWords, undoneWords } from "../../../widgets/src/shared/sorting/words";

const CARDS = ["a", "b", "c"].map((id) => ({ id, text: `Text ${id}.` }));
const ZONES = ["x", "y"].map((id) => ({ id, name: `Zone ${id}`, about: "" }));
const opened = (): Sorting => openSorting(["a", "b", "c"]);

describe("cards to sort", () => {
  test("go from the hand to a zone, and the next comes to hand", () => {
    const next = put(opened(), "a", "x");
    assert.equal(inHand(next), "b");
    assert.deepEqual(cardsIn(next, "x"), ["a"]);
    assert.ok(!isSorted(next));
    assert.ok(isSorted(put(put(next, "b", "x"), "c", "y")));
  });

  test("lie in a zone in the order in which they came, also after moving", () => {
    let now = put(put(put(opened(), "a", "x"), "b", "x"), "c", "y");
    now = put(put(now, "a", "y"), "a", "x");
    assert.deepEqual(cardsIn(now, "x"), ["b", "a"]);
  });

  test("are taken up again and go elsewhere, before the pile goes on", () => {
    const lifted = lift(put(opened(), "a", "x"), "a");
    assert.equal(inHand(lifted), "a");
    const moved = put(lifted, "a", "y");
    assert.deepEqual([cardsIn(moved, "x"), cardsIn(moved, "y"), inHand(moved)], [[], ["a"], "b"]);
    assert.equal(inHand(lift(lifted, "a")), "b");
  });

  test("wait at the end of the pile when they are for later", () => {
    assert.deepEqual(postpone(opened()).pile, ["b", "c", "a"]);
    assert.deepEqual(postpone(openSorting([])).pile, []);
  });

  test("go back move by move to where they lay, whatever was done", () => {
    let random = 7;
    const draw = (below: number): number => (random = (random * 48271) % 2147483647) % below;
    for (let round = 0; round < 200; round += 1) {
      const states = [opened()];
      for (let move = 0; move < 8; move += 1) {
        const next = put(states.at(-1)!, "abc"[draw(3)]!, "xy"[draw(2)]!);
        if (next.moves.length > states.at(-1)!.moves.length) states.push(next);
      }
      let now = states.pop()!;
      for (const before of states.reverse()) {
        now = undo(now);
        assert.equal(inHand(now) === null, inHand(before) === null);
        assert.deepEqual({ ...now.placed }, { ...before.placed });
        assert.deepEqual([...now.pile].sort(), [...before.pile].sort());
      }
      assert.deepEqual(undo(now), now);
    }
  });

  test("are refused from a draft of other cards or zones", () => {
    const now = put(opened(), "a", "x");
    assert.ok(isSortingOf(now, CARDS, ZONES));
    assert.ok(!isSortingOf(now, CARDS.slice(1), ZONES));
    assert.ok(!isSortingOf(now, CARDS, ZONES.slice(1)));
  });
});

describe("what is said of a move", () => {
  test("names the zone, what is left and the card that is next", () => {
    const first = put(opened(), "a", "x");
    assert.deepEqual(placedWords(first, CARDS, ZONES[0]!, "sentence"), {
      shown: "Put under Zone x.", more: "2 sentences left. Next: Text b.",
    });
    const all = put(put(first, "b", "x"), "c", "x");
    assert.equal(placedWords(all, CARDS, ZONES[0]!, "sentence").more, "All are sorted.");
  });

  test("names the card that was taken up, kept for later or brought back", () => {
    const first = put(opened(), "a", "x");
    assert.match(liftedWords(CARDS, "a").more, /^Text a\. Choose where it goes/);
    assert.equal(postponedWords(postpone(first), CARDS).more, "Next: Text c.");
    assert.deepEqual(undoneWords(first, CARDS, ZONES), { shown: "Back in your hand.", more: "Text a." });
    assert.equal(undoneWords(put(first, "a", "y"), CARDS, ZONES).shown, "Back under Zone x.");
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { spread } from "../../../widgets/src/shared/spread";
import { columnsOf, type Traces } from "../../../widgets/src/shared/traces";

describe("a chart's columns", () => {
  const traces: Traces = {
    turns: 3,
    levels: { arousal: [0.6, 0.5], trust: [0.3, 0.4] },
    other: { label: "Other reply", trust: [0.3, 0.4, 0.5, 0.6], from: 1 },
  };

  test("have room for every turn, and nothing where there is no level yet", () => {
    assert.deepEqual(columnsOf(traces).slice(0, 3), [
      [0, 1, 2, 3],
      [0.6, 0.5, null, null],
      [0.3, 0.4, null, null],
    ]);
  });

  test("begin the other course at the turn where it parts", () => {
    assert.deepEqual(columnsOf(traces)[3], [null, 0.4, 0.5, 0.6]);
  });
});

describe("labels at the lines' ends", () => {
  test("stay where they are when nothing overlaps", () => {
    assert.deepEqual(spread([10, 60, 110], 17, 0, 200), [10, 60, 110]);
  });

  test("never overlap, keep their order and stay inside, wherever the lines end", () => {
    for (let round = 0; round < 500; round += 1) {
      const places = Array.from({ length: 4 }, () => 200 * Math.random());
      const placed = spread(places, 17, 7, 193);
      const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
      for (let i = 1; i < order.length; i += 1) {
        assert.ok(placed[order[i]!]! - placed[order[i - 1]!]! >= 17 - 1e-9, `${places} -> ${placed}`);
      }
      assert.ok(Math.min(...placed) >= 7 - 1e-9 && Math.max(...placed) <= 193 + 1e-9);
    }
  });
});

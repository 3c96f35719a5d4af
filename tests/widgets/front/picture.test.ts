import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { endLabels, figures, histogram, layoutOf, niceTicks, type Picture } from "../../../widgets/src/shared/picture";
import { columnsOfSpans } from "../../../widgets/src/shared/spread";
import { pictureOf } from "../../../widgets/src/shared/traces";

const picture: Picture = {
  x: { label: "minutes", range: [0, 6] },
  y: { label: "level", range: [0, 1] },
  lines: [{ x: [0, 6], y: [0, 1], ink: "trust", label: "Trust" }, { x: [0, 6], y: [1, 0], ink: "line" }],
  guesses: [{ x: 6, y: 0.4, ink: "trust", label: "Predicted" }],
};

describe("an axis", () => {
  test("has round ticks inside its range", () => {
    assert.deepEqual(niceTicks([-6, 3]), [-6, -4, -2, 0, 2]);
    assert.deepEqual(niceTicks([0, 1]), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(niceTicks([0.02, 0.31]), [0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
  });

  test("writes numbers as people read them", () => {
    assert.deepEqual([-1.5, 0.1 + 0.2, 0, 1200].map(figures), ["\u22121.5", "0.3", "0", "1200"]);
  });
});

describe("a histogram", () => {
  test("counts every value once, the upper edge too, and none from outside", () => {
    const bars = histogram([0, 0.1, 0.5, 0.99, 1, -0.1, 1.1], [0, 1], 2);
    assert.deepEqual(bars, { x: [0.25, 0.75], y: [2, 3], width: 0.5 });
  });
});

describe("a picture's layout", () => {
  test("names what stands at the ends of lines and of guesses", () => {
    assert.deepEqual(endLabels(picture), ["Trust", "Predicted"]);
  });

  test("changes with ranges and names, not with what moves inside", () => {
    const moved = { ...picture, lines: [{ ...picture.lines![0]!, y: [0, 0.5] }, picture.lines![1]!] };
    assert.equal(layoutOf(moved), layoutOf(picture));
    const wider: Picture = { ...picture, x: { label: "minutes", range: [0, 9] } };
    assert.notEqual(layoutOf(wider), layoutOf(picture));
    assert.notEqual(layoutOf({ ...picture, guesses: [] }), layoutOf(picture));
  });
});

describe("labels share a column", () => {
  test("only where one stands over another, or through a third", () => {
    const spans = [[0, 10], [20, 30], [5, 22], [50, 60]].map(([left, right]) => ({ left: left!, right: right! }));
    const [a, b, c, d] = columnsOfSpans(spans);
    assert.ok(a === b && b === c && d !== a);
    assert.equal(new Set(columnsOfSpans(spans.filter((_, i) => i !== 2))).size, 3);
  });
});

describe("traces as a picture", () => {
  const traces = {
    turns: 20,
    levels: { arousal: [0.6, 0.5], trust: [0.3, 0.4] },
    band: [0.3, 0.7] as [number, number],
    predicted: 0.55,
    strains: [4],
    other: { label: "Other reply", trust: [0.3, 0.4, 0.5], from: 1 },
  };

  test("tell each quantity apart by colour, dash and mark, and keep the guess", () => {
    const { lines, bands, rules, guesses, x } = pictureOf(traces);
    assert.deepEqual(lines!.map(({ label, ink, mark }) => [label, ink, mark]), [
      ["Arousal", "arousal", "circle"], ["Trust", "trust", "square"], ["Other reply", "trust", "square"],
    ]);
    assert.deepEqual([lines![2]!.hollow, lines![1]!.dash], [true, [9, 4]]);
    assert.deepEqual([bands![0]!.from, bands![0]!.to, rules![0]!.at, rules![0]!.kind], [0.3, 0.7, 4, "break"]);
    assert.deepEqual([guesses![0]!.x, guesses![0]!.y, x.ticks], [20, 0.55, [0, 5, 10, 15, 20]]);
  });
});

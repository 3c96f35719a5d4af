/** Three invented portraits and ten topics. */
import { LEANINGS } from "../../../widgets/src/generated/perspective.js";
import type { PerspectiveContent } from "../../../widgets/src/m2-perspective/content";
import { HOSTILE, recall } from "./content";

const topics = Array.from({ length: 10 }, (_, i) => ({
  id: `topic-${i}`,
  text: `Sentence ${i} ${HOSTILE}`,
  leanings: { [LEANINGS[i % 3]!]: i % 2 === 0 ? 1 : -0.8 },
}));

export const perspective: PerspectiveContent = {
  exercise: { ...recall.exercise, id: "m2-perspective", badge: "VAL" },
  claims: recall.claims,
  portraits: ["Ada", "Bo", "Cy"].map((name) => ({
    id: name.toLowerCase(),
    name,
    about: `${name} mends clocks.`,
    expected: Object.fromEntries(topics.map(({ id }, i) => [id, 4 + (i % 3)])),
    tempts: `${name} is not the clock.`,
  })),
  topics,
  source: { "perspective.py": `# ${HOSTILE}` },
};

/** Small invented claims, enough to draw two sets of twelve from. */
import { FITS, LABELS } from "../../../widgets/src/generated/evidence_sets.js";
import type { Card, SorterContent } from "../../../widgets/src/m0-sorter/content";
import { HOSTILE, recall } from "./content";

/** Six claims of each status, each of a family of its own. */
const cards: Card[] = Object.keys(FITS).flatMap((status, i) =>
  Array.from({ length: 6 }, (_, n) => ({
    id: `dis-${10 + 6 * i + n}`,
    statement: `Statement ${status} ${n} ${HOSTILE}`,
    status,
    status_words: `words for ${status}`,
    summary: `Summary ${status} ${n}.`,
    teach: `Teach ${status} ${n}.`,
  })),
);

export const sorter: SorterContent = {
  exercise: { ...recall.exercise, id: "m0-sorter", badge: "META" },
  claims: recall.claims,
  cards,
  labels: Object.fromEntries(LABELS.map((label) => [label, { name: `Label ${label}`, about: `about ${label}` }])),
  source: { "evidence_sets.py": `# ${HOSTILE}` },
};

/** Small invented content for the citation detective and the privacy walk-through. */
import type { Card, CitationsContent } from "../../../widgets/src/m0-citations/content";
import type { PrivacyContent } from "../../../widgets/src/m0-privacy/content";
import { HOSTILE, recall } from "./content";

const AUDIT: [string, string, string[], string[]][] = [
  ["yes", "no", [], []],
  ["partly", "no", [], ["partly"]],
  ["not-traced", "cannot", [], []],
  ["not-traced", "cannot", [], ["no"]],
  ["yes", "partly", [], []],
  ["partly", "no", ["not-traced"], []],
  ["partly", "no", [], []],
  ["not-traced", "cannot", [], []],
  ["yes", "no", [], []],
  ["partly", "yes", [], []],
];

const cards: Card[] = AUDIT.map(([exists, supports, also_exists, also_supports], i) => ({
  id: `ash-${2000 + i}`,
  number: i + 1,
  as_cited: `Ash, ${2000 + i}`,
  sentence: `Sentence ${i} ${HOSTILE}`,
  turned_up: `Turned up ${i}.`,
  entries: [{ work: "elm", says: `Says ${i}.` }],
  exists,
  exists_note: `Existence ${i}.`,
  also_exists,
  supports,
  supports_note: `Support ${i}.`,
  also_supports,
  between: also_exists.length + also_supports.length > 0 ? `Between ${i}.` : null,
  closest: ["elm"],
  closest_note: `Closest ${i}.`,
  claims: ["def-03a"],
}));

export const citations: CitationsContent = {
  exercise: { ...recall.exercise, id: "m0-citations", badge: "META" },
  claims: recall.claims,
  cards,
  works: {
    elm: {
      id: "elm", authors: "Elm", year: "2018", title: "On elms", where: "A journal",
      finding: `Elms ${HOSTILE}`, mark: "checked", mark_words: "checked in abstract",
    },
  },
  cited: { "def-03a": recall.claims[0]! },
  choices: {
    exists: { yes: "Yes, as cited", partly: "Partly: it differs", "not-traced": "Not traced" },
    supports: { yes: "Yes", partly: "Partly", no: "No", cannot: "No telling" },
  },
  source: { "decisions.py": `# ${HOSTILE}` },
};

export const privacy: PrivacyContent = {
  exercise: { ...recall.exercise, id: "m0-privacy", badge: "META" },
  claims: recall.claims,
  statements: [true, false, true, false, false, true].map((holds, i) => ({
    id: `statement-${i}`,
    statement: `Statement ${i} ${HOSTILE}`,
    holds,
    because: `Because ${i}.`,
    proved_by: `tests/test_it.py::test_${i}`,
  })),
  source: { "decisions.py": "#" },
};

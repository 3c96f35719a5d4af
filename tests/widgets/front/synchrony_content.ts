/** Four reasons, three readings, one lever and one work, as the catalogue would give them. */
import type { SynchronyContent } from "../../../widgets/src/m1-synchrony/content";
import { HOSTILE, recall } from "./content";

export const synchrony: SynchronyContent = {
  exercise: { ...recall.exercise, id: "m1-synchrony", badge: "META" },
  claims: recall.claims,
  reasons: ["rhythm", "news", "luck"].map((id) => ({
    id,
    text: `Because of ${id} ${HOSTILE}`,
    sound: id === "news",
    feedback: `Of ${id} this can be said.`,
  })),
  readings: [true, false, false].map((says, i) => ({
    id: `reading-${i}`,
    text: `Statement ${i}`,
    says,
    feedback: `Of statement ${i} this can be said.`,
  })),
  levers: [{ id: "step", name: "Being in step", about: "How alike.", person: "Ask.", organisation: "Give time." }],
  works: [
    { id: "w", authors: "Ash and Oak", year: "2001", where: "A journal", finding: "Found.", mark_words: "checked in abstract" },
  ],
  source: { "synchrony.py": "def susy(): ..." },
};

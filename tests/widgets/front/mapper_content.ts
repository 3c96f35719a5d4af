/** Six invented sentences, one nearest to each zone. */
import { NAMEABLE_GAPS, ZONES } from "../../../widgets/src/generated/directions.js";
import type { MapperContent } from "../../../widgets/src/m0-mapper/content";
import { HOSTILE, recall } from "./content";

export const mapper: MapperContent = {
  exercise: { ...recall.exercise, id: "m0-mapper", badge: "META" },
  claims: recall.claims,
  directions: ZONES.map((zone, i) => ({
    id: `mit-${i + 20}`,
    card: `Sentence ${i} ${HOSTILE}.`,
    accepted: i % 2 === 0 ? [zone] : [zone, "not-said"],
    protects: i < 2,
    note: `Note ${i}.`,
    status_words: `words ${i}`,
  })),
  zones: ZONES.map((id) => ({ id, name: `Zone ${id}`, about: `About ${id}.` })),
  gaps: NAMEABLE_GAPS.map((id) => ({ id, text: `Gap ${id}`, feedback: `Feedback ${id}.` })),
  source: { "directions.py": `# ${HOSTILE}` },
};

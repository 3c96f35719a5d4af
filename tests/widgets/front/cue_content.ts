/** Nine invented people, two of them with ways of their own, and four places. */
import { STATES } from "../../../widgets/src/generated/cue_tables.js";
import type { CueContent, Person } from "../../../widgets/src/m1-cues/content";
import { HOSTILE, recall } from "./content";

const NAMES = ["Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ivy"];
const WAYS: Record<string, string[]> = { Ada: ["rocking"], Bo: ["device-voice"] };

function person(name: string): Person {
  return {
    id: name.toLowerCase(),
    name,
    about: `${name} mends clocks. ${HOSTILE}`,
    ways: WAYS[name] ?? [],
    look: { hair: "bald", glasses: false, beard: false, seat: "chair" },
    pitch: 140,
    says: Object.fromEntries(STATES.map((state) => [state, `${name} says ${state}. ${HOSTILE}`])),
    otherwise: `${name} is not the clock.`,
  };
}

export const cues: CueContent = {
  exercise: { ...recall.exercise, id: "m1-cues" },
  claims: recall.claims,
  people: NAMES.map(person),
  settings: ["quiet-hour", "kept-waiting", "low-sun", "drilling"].map((id) => ({
    id,
    about: `is met at ${id}`,
    situation: [id],
  })),
  states: Object.fromEntries(STATES.map((state) => [state, `Feeling ${state}`])),
  levers: [{ id: "asking", name: "Asking", about: "Whether.", person: "One asks.", organisation: "A team plans." }],
  source: { "cues.py": `# ${HOSTILE}` },
};

/** Small invented content, enough to play both exercises through. */
import type { DialogueContent, Moment, Scenario } from "../../../widgets/src/m2-dialogue/content";
import type { Item, RecallContent } from "../../../widgets/src/m2-recall/content";
import type { Claim, Exercise } from "../../../widgets/src/shared/contract";

export const ACTS = [
  "simple_reflection", "complex_reflection", "open_question", "closed_question", "validate", "advise",
  "minimise", "probe_detail", "silence", "ground", "repair",
];

export const HOSTILE = '<img src=x onerror="globalThis.harmed = true">';

function exercise(id: string): Exercise {
  return {
    id,
    title: `The exercise ${id}`,
    does: "You choose what to say.",
    minutes: 20,
    badge: "TEACH",
    badge_words: "a model invented for teaching",
    badge_note: "Nothing was fitted to real people.",
    content_note: { level: 1, text: "Someone is tired after work." },
    claims: ["def-03a"],
    falsify: "Advice that raises trust as much would show it wrong.",
    omits: ["Tone of voice"],
  };
}

const claims: Claim[] = [
  {
    id: "def-03a",
    statement: "Listening can be part of attunement.",
    status: "supported-small",
    status_words: "supported, small effects",
    teach: "Feeling understood is not getting better.",
  },
];

function moment(id: string): Moment {
  const says = Object.fromEntries(ACTS.map((act) => [act, `${id} words for ${act}`]));
  return { id, when: {}, seen: `${id} is seen`, lines: [1, 2, 3].map((n) => `${id} line ${n} ${HOSTILE}`), says };
}

export function scenario(id: string, name: string): Scenario {
  return {
    id,
    title: `A scene with ${name}`,
    character: { name, about: `${name} works nights.`, profile: "low-trust" },
    you: "You are a colleague.",
    setting: "A kitchen.",
    content_note: { level: 1, text: "Mild." },
    start: { arousal: 0.62, trust: 0.3, disclosure: 0 },
    effects: {},
    opening: `${name} says hello.`,
    moments: ["one", "two", "three", "four", "five"].map(moment),
  };
}

export const dialogue: DialogueContent = {
  exercise: exercise("m2-dialogue"),
  claims,
  scenarios: [scenario("ada", "Ada"), scenario("bo", "Bo"), scenario("cy", "Cy")],
  acts: Object.fromEntries(ACTS.map((act) => [act, { name: `The ${act}`, about: act }])),
  source: { "dialogue.py": `# ${HOSTILE}` },
};

function item(id: string): Item {
  const option = (n: number) => ({ text: `${id} option ${n}`, right: n === 2, feedback: `${id} on ${n}` });
  return { id, claims: ["def-03a"], citations: [], question: `${id}?`, options: [0, 1, 2, 3].map(option), organisational: null };
}

export const recall: RecallContent = {
  exercise: exercise("m2-recall"),
  claims,
  items: Array.from({ length: 12 }, (_, i) => item(`i${i + 1}`)),
  cited: { "elm-2018": { number: 7, as_cited: "Elm, 2018" } },
};

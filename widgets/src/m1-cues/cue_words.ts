/**
 * What is seen and heard, in words that a camera or a recorder could agree with.
 *
 * They carry the cues for whoever does not see or hear them, and name no feeling.
 */
import { COMMON, CUES } from "../generated/cue_tables.js";
import type { Channel } from "./content";

type Cues = Record<string, number>;

/** Action unit -> what moves. */
const FACE: Record<string, string> = {
  au1: "inner ends of the brows raised",
  au2: "outer ends of the brows raised",
  au4: "brows drawn together",
  au5: "upper eyelids raised",
  au6: "cheeks raised",
  au7: "eyes narrowed",
  au12: "corners of the mouth pulled up",
  au15: "corners of the mouth pulled down",
  au20: "lips stretched sideways",
  au23: "lips pressed together",
  au26: "mouth open",
};

/** Cue -> the words for less and for more than what is common. */
const BOTH_WAYS: Record<string, [string, string]> = {
  pitch: ["deep", "high"],
  pitch_spread: ["even in pitch", "up and down in pitch"],
  rate: ["slow", "fast"],
  intensity: ["soft", "loud"],
  high_energy: ["muffled", "sharp-edged"],
  head: ["head tipped back", "head bowed"],
  chest: ["leaning back", "leaning forward"],
  shoulders: ["shoulders let down", "shoulders drawn up"],
  elbows: ["arms hanging loose", "arms drawn in"],
  weight: ["sitting still", "rocking back and forth"],
};

/** From each distance to what is common on: how far. Half the distance where a cue goes both ways. */
const DEGREES: { from: number; before: string; after: string }[] = [
  { from: 0.75, before: "very ", after: " a lot" },
  { from: 0.42, before: "", after: "" },
  { from: 0.16, before: "a little ", after: " a little" },
];
const NO_DEGREE = "sitting still";

const NOTHING: Record<Channel, string> = {
  face: "Nothing much moves in the face.",
  voice: "The voice is much like most voices.",
  posture: "Sitting much as most people sit.",
};

const LEADS: Record<Channel, string> = { face: "", voice: "The voice is ", posture: "" };

/** One sentence for a channel. */
export function describe(cues: Cues, channel: Channel): string {
  const said = CUES[channel]!.map((cue) => phraseOf(cue, cues[cue]!)).filter(Boolean);
  if (said.length === 0) return NOTHING[channel];
  const list = said.join(", ");
  return LEADS[channel] ? `${LEADS[channel]}${list}.` : `${list[0]!.toUpperCase()}${list.slice(1)}.`;
}

/** One cue in a few words; empty where it is much as is common. */
export function phraseOf(cue: string, level: number): string {
  const moved = level - COMMON[cue]!;
  const inFace = FACE[cue];
  const distance = inFace ? moved : 2 * Math.abs(moved);
  const degree = DEGREES.find(({ from }) => distance >= from);
  if (!degree) return "";
  const words = inFace ?? BOTH_WAYS[cue]![moved < 0 ? 0 : 1];
  if (words === NO_DEGREE) return words;
  return CUES["voice"]!.includes(cue) ? `${degree.before}${words}` : `${words}${degree.after}`;
}

/** What a cue is called in a table. */
export function nameOf(cue: string): string {
  const both = BOTH_WAYS[cue];
  return both ? `${both[0]} to ${both[1]}` : FACE[cue]!;
}

/** Moods, rests and turns in words. */
import { ending } from "../generated/endings.js";
import { course, type Rest, rests, turns } from "../generated/two_body.js";
import type { Moods } from "./content";
import { DURATION, type Prediction, type Turning } from "./run";

export function mood(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && text !== "0.00" ? `\u2212${text}` : text;
}

export function both({ helper, client }: Moods): string {
  return `${mood(helper)} and ${mood(client)}`;
}

export function restOf(start: Moods, pulls: number[]): Rest | null {
  return rests(pulls)[ending(start.helper, start.client, pulls)] ?? null;
}

export function takeawayOf(start: Moods, rest: Rest | null): string {
  const from = `From helper ${mood(start.helper)} and client ${mood(start.client)}`;
  return rest ? `${from} they come to rest at ${both(rest)}.` : `${from} they find no rest.`;
}

export function whoTurns({ helper, client }: Moods, pulls: number[]): Turning {
  const run = course(helper, client, pulls, DURATION) as Record<"helper" | "client", number[]>;
  const [one, other] = [turns(run.helper) > 0, turns(run.client) > 0];
  if (one && other) return "both";
  return one ? "helper" : other ? "client" : "nobody";
}

export const TURNING: Record<Turning, string> = {
  nobody: "nobody's",
  helper: "the helper's",
  client: "the client's",
  both: "both",
};

/** The guess beside what happened, in two sentences. */
export function guessWords(start: Moods, guess: Prediction, pulls: number[]): string {
  const rest = restOf(start, pulls)!;
  const turned = whoTurns(start, pulls);
  const said = turned === guess.turning ? "as you said" : `you said ${TURNING[guess.turning]}`;
  const joint = turned === guess.turning ? ", " : "; ";
  const whose = turned === "both" ? "both moods change" : `${TURNING[turned]} mood changes`;
  return `From helper ${mood(start.helper)} and client ${mood(start.client)} they come to rest at ${both(rest)}; you had predicted ${both(guess)}. On the way ${whose} direction${joint}${said}.`;
}

export const KINDS: Record<string, string> = {
  settles: "come to it",
  swings: "come to it with swings",
  tips: "leave it",
};

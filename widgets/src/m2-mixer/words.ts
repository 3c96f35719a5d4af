/** The mixer's numbers in words. */
import { concern, distress } from "../generated/mixer.js";
import type { Lever, LeverId, Mix } from "./content";
import { type Alone, type Prediction, RAISED, START } from "./run";

const STILL = 0.005;

export function level(value: number): string {
  return value.toFixed(2);
}

/** The lever's name inside a sentence. */
export function inSentence(levers: Lever[], id: LeverId): string {
  return levers.find((lever) => lever.id === id)!.name.toLowerCase();
}

/** What is the same in a guess's mix and this one, but for distinction. */
export function isGuessed(mix: Mix, over: LeverId): boolean {
  const others: LeverId[] = ["intensity", "sharing", "regulation"];
  return over === "distinction" && others.every((id) => mix[id] === START[id]);
}

export function takeawayOf(mix: Mix, over: LeverId, levers: Lever[], guess: Prediction): string {
  const now = `Distress ${level(distress(mix))}, concern ${level(concern(mix))}.`;
  if (isGuessed(mix, over) && mix.distinction === RAISED) {
    return `${now} You had predicted ${level(guess.distress)} and ${level(guess.concern)}.`;
  }
  return `${now} ${courseOf(mix, over, levers)}`;
}

function courseOf(mix: Mix, over: LeverId, levers: Lever[]): string {
  const [less, more] = [{ ...mix, [over]: 0 }, { ...mix, [over]: 1 }];
  const ways = [distress(more) - distress(less), concern(more) - concern(less)].map(wayOf);
  const name = `As ${inSentence(levers, over)} goes up,`;
  if (ways[0] === ways[1]) return `${name} both ${PLURAL[ways[0]!]}.`;
  return `${name} distress ${ways[0]} and concern ${ways[1]}.`;
}

const PLURAL: Record<string, string> = { rises: "rise", falls: "fall", "stays as it is": "stay as they are" };

function wayOf(change: number): string {
  if (Math.abs(change) < STILL) return "stays as it is";
  return change > 0 ? "rises" : "falls";
}

const ALONE: Record<Alone, string> = {
  distress: "as you had expected",
  concern: "you had expected concern alone",
  both: "you had expected both",
};

export function aloneWords(alone: Alone): string {
  const joint = alone === "distress" ? ", " : "; ";
  return `With distinction and regulation at nought, more sharing raises distress alone${joint}${ALONE[alone]}.`;
}

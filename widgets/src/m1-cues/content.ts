/** What the cue lab is given: people, places, the states in words, the source. */
import type { Content } from "../shared/contract";
import type { MovedLever } from "../shared/levers_moved";

export type Channel = "face" | "voice" | "posture";

/** How somebody is drawn. */
export interface Look {
  hair: "short" | "long" | "curls" | "bun" | "scarf" | "bald";
  glasses: boolean;
  beard: boolean;
  seat: "chair" | "wheelchair";
}

export interface Person {
  id: string;
  name: string;
  about: string;
  /** Features of the model that hold whatever this person feels. */
  ways: string[];
  look: Look;
  /** How high the voice usually is, in hertz. */
  pitch: number;
  /** State -> this person's own words for it. */
  says: Record<string, string>;
  /** What somebody who does not know this person may take it for. */
  otherwise: string;
}

export interface Setting {
  id: string;
  /** Follows a name: "has waited an hour past the time of the appointment". */
  about: string;
  situation: string[];
}

export interface CueContent extends Content {
  people: Person[];
  settings: Setting[];
  /** State -> its name, in the order of the model's states. */
  states: Record<string, string>;
  levers: MovedLever[];
  /** File name -> Python text. */
  source: Record<string, string>;
}

/** What the two-body lab is given: reasons to choose among, who can move what, the source. */
import type { Content } from "../shared/contract";
import type { MovedLever } from "../shared/levers_moved";

export interface Reason {
  id: string;
  text: string;
  /** Whether it holds. */
  sound: boolean;
  feedback: string;
}

export interface TwoBodyContent extends Content {
  reasons: Reason[];
  levers: MovedLever[];
  /** File name -> Python text. */
  source: Record<string, string>;
}

/** Two moods, in arbitrary units. */
export interface Moods {
  helper: number;
  client: number;
}

/** What the two-body lab is given: reasons to choose among, who can move what, the source. */
import type { Content } from "../shared/contract";
import type { MovedLever } from "../shared/levers_moved";
import type { Reason } from "../shared/reasons_part";

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

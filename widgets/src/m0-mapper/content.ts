/** What the mapper is given: sentences, the zones they go to, the gaps that may be named. */
import type { Content } from "../shared/contract";
import type { SortZone } from "../shared/sorting/sorting";

export interface Sentence {
  /** Of the claim that it makes. */
  id: string;
  card: string;
  /** Zones, the nearest reading first. */
  accepted: string[];
  /** Says that something spares or sustains the helper. */
  protects: boolean;
  note: string;
  status_words: string;
}

export interface Gap {
  id: string;
  text: string;
  feedback: string;
}

export interface MapperContent extends Content {
  directions: Sentence[];
  zones: SortZone[];
  gaps: Gap[];
  /** File name -> Python text. */
  source: Record<string, string>;
}

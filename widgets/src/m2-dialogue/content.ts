/** What the branching dialogue is given: three written scenes, the acts, the source. */
import type { Content, ContentNote } from "../shared/contract";

export interface Moment {
  id: string;
  /** Conditions on the client's state; only the model reads them. */
  when: Record<string, unknown>;
  seen: string;
  lines: string[];
  /** The helper's words for every act. */
  says: Record<string, string>;
}

export interface Scenario {
  id: string;
  title: string;
  character: { name: string; about: string; profile: string };
  you: string;
  setting: string;
  content_note: ContentNote;
  start: { arousal: number; trust: number; disclosure: number };
  effects: Record<string, number[]>;
  opening: string;
  moments: Moment[];
}

export interface DialogueContent extends Content {
  scenarios: Scenario[];
  /** Act -> its name and what it is. */
  acts: Record<string, { name: string; about: string }>;
  /** File name -> Python text. */
  source: Record<string, string>;
}

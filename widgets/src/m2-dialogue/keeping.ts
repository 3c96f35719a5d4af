/** What this browser keeps of the dialogue between visits: the open draft, and notes. */
import type { RecordPort } from "../shared/contract";
import type { DialogueContent } from "./content";
import { openConversation } from "./conversation";
import { isMet, type Prediction, type Run } from "./outcome";

/** Enough to bring a run back exactly. */
export interface Draft {
  scenario: string;
  seed: number;
  acts: string[];
  prediction: Prediction;
  started: string;
}

export interface Notes {
  /** Scenarios whose criteria have been met at least once. */
  met: string[];
  /** The last finished run, to look at again. */
  last?: Draft;
}

export function keepDraft(record: RecordPort, run: Run): void {
  record.write("draft", draftOf(run));
}

/** The unfinished run, or null where there is none or the scene has changed since. */
export function readDraft(record: RecordPort, content: DialogueContent): Run | null {
  return runOf(record.read<Draft>("draft"), content);
}

export function readNotes(record: RecordPort): Notes {
  return record.read<Notes>("notes") ?? { met: [] };
}

/** The finished run that was last looked at, or null. */
export function lastRun(record: RecordPort, content: DialogueContent): Run | null {
  return runOf(readNotes(record).last ?? null, content);
}

export function noteFinished(record: RecordPort, run: Run): void {
  const { met } = readNotes(record);
  const { id } = run.conversation.scenario;
  const newlyMet = isMet(run.conversation) && !met.includes(id);
  record.write("notes", { met: newlyMet ? [...met, id] : met, last: draftOf(run) });
  record.drop("draft");
}

function draftOf({ conversation, prediction, started }: Run): Draft {
  const { scenario, seed, acts } = conversation;
  return { scenario: scenario.id, seed, acts, prediction, started };
}

function runOf(draft: Draft | null, content: DialogueContent): Run | null {
  const scenario = content.scenarios.find((each) => each.id === draft?.scenario);
  if (!draft || !scenario) return null;
  try {
    const conversation = openConversation(scenario, draft.seed, draft.acts);
    return { conversation, prediction: draft.prediction, started: draft.started };
  } catch {
    return null; // a draft of another version of the course: start afresh
  }
}

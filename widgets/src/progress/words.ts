/** The list in words: plain facts, without cheer or blame. */
import type { ProgressState, Row } from "./progress";

/** What a row shows beside its words; "unknown" until the kernel has said. */
export type Stage = "unknown" | "untried" | "tried" | "reached";

export function stageOf({ tried, reached, waiting }: Row): Stage {
  if (reached) return "reached";
  if (tried || waiting) return "tried";
  return tried === null ? "unknown" : "untried";
}

export function rowWords(row: Row): string {
  const { tried, waiting } = row;
  const reached = row.reached ? "Reached what it looks for; tried" : "Tried";
  if (!tried) return waiting > 0 ? `Tried ${times(waiting)}; ${waitWords(waiting)}` : untriedWords(tried);
  if (waiting === 0) return `${reached} ${times(tried)}`;
  return `${reached} ${times(tried + waiting)}, of which ${waiting} ${waitWords(waiting, "")}`;
}

export function countWords({ rows, link }: ProgressState): string {
  if (rows.every(({ tried }) => tried === null)) return link === "asking" ? "Looking in your record." : "";
  const tried = rows.filter(({ tried, waiting }) => tried || waiting).length;
  return `${tried} of ${rows.length} exercise${rows.length === 1 ? "" : "s"} tried.`;
}

/** Where it comes from and who sees it; without a kernel, as of when it holds and what is safe. */
export function recordWords(state: ProgressState): string {
  if (state.link === "silent") return `Your kernel is not answering. ${agedWords(state.heard)} ${safeWords(state)}`;
  return state.where === "" ? "" : `Read from your record, ${state.where}. Nobody else is shown it.`;
}

function untriedWords(tried: number | null): string {
  return tried === null ? "" : "Not tried yet";
}

function waitWords(waiting: number, subject = waiting === 1 ? "it " : "they "): string {
  return `${subject}wait${waiting === 1 ? "s" : ""} in this browser`;
}

function agedWords(heard: Date | null): string {
  if (heard === null) return "This list cannot say what you have tried.";
  return `This list is as of ${momentWords(heard, new Date())}.`;
}

function safeWords({ rows, browserKeeps }: ProgressState): string {
  if (!browserKeeps) return "Your record is safe; this browser keeps nothing once the page closes.";
  if (rows.every(({ waiting }) => waiting === 0)) {
    return "Your record is safe, and what you finish now is kept in this browser.";
  }
  return "What waits is safe in this browser, and is handed over when your kernel is back.";
}

/** The time of day, with the date where that is another one; exported for tests. */
export function momentWords(then: Date, now: Date): string {
  const clock = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (then.toDateString() === now.toDateString()) return clock;
  return `${clock} on ${then.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
}

function times(number: number): string {
  return ["never", "once", "twice"][number] ?? `${number} times`;
}

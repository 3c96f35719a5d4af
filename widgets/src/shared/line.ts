/** The messages between a page and the kernel that keeps the learner's record. */
import type { Attempt } from "./contract";

export type ToKernel =
  | { type: "hello" }
  | { type: "attempt"; attempt: Attempt }
  | { type: "export" }
  | { type: "erase" };

export type FromKernel =
  | { type: "here"; owner: string; attempts: number; where: string }
  | { type: "kept"; id: string; attempts: number }
  /** It can never be kept: something in it is not as this exercise makes it. */
  | { type: "refused"; id: string; reason: string }
  /** It could not be written just now, so the page holds on to it. */
  | { type: "unkept"; id: string; reason: string }
  | { type: "exported"; records: unknown[] }
  | { type: "erased" }
  | { type: "unerased"; reason: string };

/** A way to the kernel: both directions may fail without a word. */
export interface Line {
  send(message: ToKernel): void;
  /** Hear the kernel's messages; the answer stops listening. */
  listen(hear: (message: FromKernel) => void): () => void;
}

export interface RecordOptions {
  /** Whose record it is: a random name, or "" until the kernel says. */
  owner: string;
  exercise: string;
  line: Line;
  storage: Storage | null;
  /** Milliseconds without an answer after which the kernel counts as silent. */
  patience?: number;
  /** Milliseconds before a silent kernel is asked again. */
  interval?: number;
}

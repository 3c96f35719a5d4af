/**
 * The learner's record, kept by a kernel that may come and go.
 *
 * Order matters: an attempt is on this browser's shelf before it is sent, and leaves the
 * shelf only when its keeper says "kept". The keeper may hear of an attempt twice; its id
 * makes that harmless.
 */
import { Awaited } from "./awaited";
import type { Attempt, Link, RecordPort, RecordState } from "./contract";
import type { FromKernel, RecordOptions, ToKernel } from "./line";
import { Outbox } from "./outbox";
import { Shelf } from "./shelf";

const PATIENCE = 3000;
const INTERVAL = 10_000;
const NOTES = ["draft", "notes"];
/** What the window hears whenever a record changes: each exercise is a bundle of its own. */
export const RECORD_CHANGED = "attunement:record";

export class KernelRecord implements RecordPort {
  readonly #options: Required<RecordOptions>;
  readonly #listeners = new Set<() => void>();
  readonly #stopHearing: () => void;
  #owner: string;
  #shelf!: Shelf;
  #outbox!: Outbox;
  #link: Link = "asking";
  #where = "";
  #attempts: number | null = null;
  #trouble = "";
  #snapshot: RecordState | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #copies = new Awaited<unknown[]>();
  readonly #erasures = new Awaited<boolean>();

  constructor(options: RecordOptions) {
    this.#options = { patience: PATIENCE, interval: INTERVAL, ...options };
    this.#owner = options.owner;
    this.#openShelf();
    this.#stopHearing = options.line.listen((message) => this.#hear(message));
    globalThis.window?.addEventListener("focus", this.knock);
    globalThis.window?.addEventListener("online", this.knock);
    this.knock();
  }

  dispose(): void {
    this.#stopHearing();
    globalThis.window?.removeEventListener("focus", this.knock);
    globalThis.window?.removeEventListener("online", this.knock);
    clearTimeout(this.#silence);
    clearTimeout(this.#again);
    this.#listeners.clear();
  }

  state(): RecordState {
    this.#snapshot ??= {
      link: this.#link,
      where: this.#where,
      attempts: this.#attempts,
      waiting: this.#outbox.waiting().length,
      refused: this.#outbox.aside().map(({ id, reason }) => ({ id, reason })),
      trouble: this.#trouble,
      browserKeeps: this.#shelf.keeps,
    };
    return this.#snapshot;
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  hand(attempt: Attempt): void {
    this.#outbox.put([attempt]);
    this.#send({ type: "attempt", attempt });
    this.#changed();
  }

  async copy(): Promise<{ records: unknown[]; whole: boolean }> {
    const answer = this.#copies.ask(this.#options.patience);
    this.#send({ type: "export" });
    const records = await answer;
    return { records: [...(records ?? []), ...this.#outbox.held()], whole: records !== null };
  }

  async erase(): Promise<boolean> {
    const answer = this.#erasures.ask(this.#options.patience);
    this.#outbox.empty();
    for (const name of NOTES) this.#shelf.drop(name);
    this.#send({ type: "erase" });
    this.#changed();
    return (await answer) ?? false;
  }

  read<T>(name: string): T | null {
    return this.#shelf.read<T>(name);
  }

  write(name: string, value: unknown): void {
    this.#shelf.write(name, value);
  }

  drop(name: string): void {
    this.#shelf.drop(name);
  }

  /** Say hello; a kernel that answers is handed all that waits. */
  readonly knock = (): void => this.#send({ type: "hello" });

  #hear(message: FromKernel): void {
    clearTimeout(this.#silence);
    this.#silence = undefined;
    const back = this.#link === "silent";
    this.#link = "here";
    if (message.type === "here") this.#meet(message);
    else if (message.type === "kept") this.#kept(message);
    else if (message.type === "refused") this.#outbox.setAside(message.id, message.reason);
    else if (message.type === "unkept") this.#troubled(message.reason);
    else if (message.type === "exported") this.#copies.give(message.records);
    else if (message.type === "erased") this.#erased();
    else if (message.type === "unerased") this.#troubled(message.reason);
    if (back || message.type === "here") this.#handOver();
    this.#changed();
  }

  #meet(message: Extract<FromKernel, { type: "here" }>): void {
    this.#where = message.where;
    this.#attempts = message.attempts;
    if (message.owner !== this.#owner) this.#moveTo(message.owner);
  }

  #kept(message: Extract<FromKernel, { type: "kept" }>): void {
    this.#attempts = message.attempts;
    this.#trouble = "";
    this.#outbox.take(message.id);
  }

  #erased(): void {
    this.#attempts = 0;
    this.#trouble = "";
    this.#erasures.give(true);
  }

  /** The record cannot be written now: what waits is handed over again later. */
  #troubled(reason: string): void {
    this.#trouble = reason;
    this.#erasures.give(false);
    this.#knockLater();
  }

  /**
   * Another owner's record has another shelf, and nothing crosses from one to the other;
   * only what this page kept before the kernel had named its learner goes along.
   */
  #moveTo(owner: string): void {
    const nameless = this.#owner === "";
    const [shelf, outbox] = [this.#shelf, this.#outbox];
    this.#owner = owner;
    this.#openShelf();
    if (!nameless) return;
    this.#outbox.put(outbox.waiting());
    outbox.empty();
    for (const name of NOTES) shelf.move(name, this.#shelf);
  }

  #handOver(): void {
    for (const attempt of this.#outbox.waiting()) this.#send({ type: "attempt", attempt });
  }

  #send(message: ToKernel): void {
    this.#silence ??= setTimeout(() => this.#fallSilent(), this.#options.patience);
    try {
      this.#options.line.send(message);
    } catch {
      // A dead kernel's line may throw; the silence that follows says what is safe.
    }
  }

  #fallSilent(): void {
    this.#silence = undefined;
    this.#link = "silent";
    this.#knockLater();
    this.#changed();
  }

  #knockLater(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(this.knock, this.#options.interval);
  }

  #openShelf(): void {
    this.#shelf = new Shelf(this.#options.storage, this.#owner, this.#options.exercise);
    this.#outbox = new Outbox(this.#shelf);
  }

  #changed(): void {
    this.#snapshot = null;
    for (const listener of this.#listeners) listener();
    globalThis.window?.dispatchEvent(new Event(RECORD_CHANGED));
  }
}

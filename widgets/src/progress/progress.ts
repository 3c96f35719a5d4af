/**
 * How far the learner has come in a module, as far as the page can know it.
 *
 * The kernel counts what is in the record; what waits in this browser to get there is read
 * from the shelves of the exercises. Neither is kept here, or sent anywhere.
 */
import type { Link } from "../shared/contract";
import type { FromKernel, Line } from "../shared/line";
import { Outbox } from "../shared/outbox";
import { KernelRecord, RECORD_CHANGED } from "../shared/record";
import { Shelf } from "../shared/shelf";
import { type Count, countsIn, type Listed, type ProgressContent } from "./content";

export interface Row extends Listed {
  /** Attempts in the record; null until the kernel has said. */
  tried: number | null;
  reached: boolean | null;
  /** Attempts that wait in this browser. */
  waiting: number;
}

export interface ProgressState {
  link: Link;
  /** Where the record is kept, in words; empty until the kernel has said. */
  where: string;
  /** When the kernel last said how the record stands; null until then. */
  heard: Date | null;
  /** False where this browser keeps nothing, so a closed page would lose what waits. */
  browserKeeps: boolean;
  rows: Row[];
}

interface Options {
  content: ProgressContent;
  owner: string;
  line: Line;
  storage: Storage | null;
  patience?: number;
  interval?: number;
}

export class Progress {
  readonly #options: Options;
  readonly #stopHearing: () => void;
  readonly #listeners = new Set<() => void>();
  /** No attempt is ever handed to it: it tells whether the kernel is there. */
  readonly #link: KernelRecord;
  readonly #outboxes = new Map<string, Outbox>();
  #owner: string;
  #counts: Count[] | null = null;
  #heard: Date | null = null;
  #waiting = 0;

  constructor(options: Options) {
    const { content, line, ...others } = options;
    this.#options = options;
    this.#owner = options.owner;
    this.#openShelves();
    this.#stopHearing = line.listen((message) => this.#hear(message)); // first: the link then says so
    this.#link = new KernelRecord({ exercise: content.module.id, line, ...others });
    window.addEventListener(RECORD_CHANGED, this.#look);
    window.addEventListener("storage", this.#lookElsewhere);
  }

  dispose(): void {
    this.#stopHearing();
    window.removeEventListener(RECORD_CHANGED, this.#look);
    window.removeEventListener("storage", this.#lookElsewhere);
    this.#link.dispose();
    this.#listeners.clear();
  }

  state(): ProgressState {
    const { link, where, browserKeeps } = this.#link.state();
    const rows = this.#options.content.exercises.map((listed) => this.#row(listed));
    return { link, where, browserKeeps, heard: this.#heard, rows };
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #row(listed: Listed): Row {
    const count = this.#counts?.find(({ id }) => id === listed.id);
    const waiting = this.#outboxes.get(listed.id)!.waiting().length;
    return { ...listed, tried: count?.tried ?? null, reached: count?.reached ?? null, waiting };
  }

  #hear(message: FromKernel): void {
    const counts = countsIn(message);
    if (counts === null || message.type !== "here") return;
    this.#counts = counts;
    this.#heard = new Date();
    if (message.owner === this.#owner) return;
    this.#owner = message.owner;
    this.#openShelves();
  }

  /**
   * Some record of this page changed, be it only that its kernel answers. A finished attempt
   * is the moment at which a kernel that has gone is found out, so it is asked then.
   */
  readonly #look = (): void => {
    const before = this.#waiting;
    this.#waiting = this.state().rows.reduce((sum, { waiting }) => sum + waiting, 0);
    for (const listener of this.#listeners) listener();
    if (this.#waiting > before && this.#link.state().link === "here") this.#link.knock();
  };

  /** Another page of this browser put an attempt on a shelf, or took one off. */
  readonly #lookElsewhere = (event: StorageEvent): void => {
    if (event.key === null || event.key.endsWith(":pending")) this.#look();
  };

  #openShelves(): void {
    for (const { id } of this.#options.content.exercises) {
      this.#outboxes.set(id, new Outbox(new Shelf(this.#options.storage, this.#owner, id)));
    }
  }
}

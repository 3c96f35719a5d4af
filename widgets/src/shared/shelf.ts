/**
 * What this browser keeps for one learner and one exercise.
 *
 * A browser may refuse storage (private windows, full disks). Then the shelf holds things
 * for as long as the page is open, and says so through `keeps`.
 */
export class Shelf {
  keeps: boolean;
  readonly #memory = new Map<string, string>();
  readonly #storage: Storage | null;
  readonly #prefix: string;

  constructor(storage: Storage | null, owner: string, exercise: string) {
    this.#storage = storage;
    this.#prefix = `attunement:${owner || "unknown"}:${exercise}:`;
    this.keeps = storage !== null && this.#accepts(storage);
  }

  read<T>(name: string): T | null {
    const text = this.#memory.get(name) ?? this.#stored(name);
    if (text === null) return null;
    try {
      return JSON.parse(text) as T;
    } catch {
      return null; // half-written or foreign: as good as absent
    }
  }

  write(name: string, value: unknown): void {
    const text = JSON.stringify(value);
    try {
      if (!this.#storage) throw new Error("no storage");
      this.#storage.setItem(this.#prefix + name, text);
      this.#memory.delete(name);
    } catch {
      this.keeps = false;
      this.#memory.set(name, text);
    }
  }

  drop(name: string): void {
    this.#memory.delete(name);
    try {
      this.#storage?.removeItem(this.#prefix + name);
    } catch {
      this.keeps = false;
    }
  }

  /** Carry a value over to another shelf, if it is here. */
  move(name: string, other: Shelf): void {
    const value = this.read(name);
    if (value !== null) other.write(name, value);
    this.drop(name);
  }

  #stored(name: string): string | null {
    try {
      return this.#storage?.getItem(this.#prefix + name) ?? null;
    } catch {
      return null;
    }
  }

  #accepts(storage: Storage): boolean {
    const probe = `${this.#prefix}probe`;
    try {
      storage.setItem(probe, "1");
      storage.removeItem(probe);
      return true;
    } catch {
      return false;
    }
  }
}

/** The browser's own storage, or null where even asking for it is refused. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

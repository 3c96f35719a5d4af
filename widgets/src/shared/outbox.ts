/** Finished attempts on this browser's shelf: those that wait, and those not accepted. */
import type { Attempt, Refusal } from "./contract";
import type { Shelf } from "./shelf";

export interface Aside extends Refusal {
  attempt: Attempt;
}

export class Outbox {
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  waiting(): Attempt[] {
    return this.#shelf.read<Attempt[]>("pending") ?? [];
  }

  aside(): Aside[] {
    return this.#shelf.read<Aside[]>("refused") ?? [];
  }

  /** All that this browser holds and no record does. */
  held(): Attempt[] {
    return [...this.waiting(), ...this.aside().map((kept) => kept.attempt)];
  }

  put(attempts: Attempt[]): void {
    this.#keep("pending", [...this.waiting(), ...attempts]);
  }

  /** Take an attempt off the waiting list, if it is there. */
  take(id: string): Attempt | undefined {
    const waiting = this.waiting();
    this.#keep("pending", waiting.filter((attempt) => attempt.id !== id));
    return waiting.find((attempt) => attempt.id === id);
  }

  /** What was refused is not lost: it stays here, with the reason. */
  setAside(id: string, reason: string): void {
    const attempt = this.take(id);
    if (attempt) this.#keep("refused", [...this.aside(), { id, reason, attempt }]);
  }

  empty(): void {
    this.#shelf.drop("pending");
    this.#shelf.drop("refused");
  }

  #keep(name: string, list: unknown[]): void {
    if (list.length > 0) this.#shelf.write(name, list);
    else this.#shelf.drop(name);
  }
}

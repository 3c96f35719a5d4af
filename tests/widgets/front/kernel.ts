/** A kernel as the page hears it: answers over anywidget's model, keeps attempts, may die. */
import type { Attempt } from "../../../widgets/src/shared/contract";
import type { Model } from "../../../widgets/src/shared/kernel";
import type { FromKernel, ToKernel } from "../../../widgets/src/shared/line";

export class Kernel implements Model {
  alive = true;
  owner = "learner-1";
  readonly heard: ToKernel[] = [];
  readonly kept = new Map<string, Attempt>();
  readonly #hearing = new Set<(message: unknown) => void>();
  readonly #content: unknown;

  constructor(content: unknown = null) {
    this.#content = content;
  }

  get(trait: string): unknown {
    return { content: this.#content, owner: this.owner }[trait];
  }

  on(_event: string, hear: (message: unknown) => void): void {
    this.#hearing.add(hear);
  }

  off(_event: string, hear: (message: unknown) => void): void {
    this.#hearing.delete(hear);
  }

  get listeners(): number {
    return this.#hearing.size;
  }

  send(message: unknown): void {
    this.heard.push(message as ToKernel);
    if (this.alive) queueMicrotask(() => this.#answer(message as ToKernel));
  }

  say(message: FromKernel): void {
    for (const hear of this.#hearing) hear(message);
  }

  count(type: ToKernel["type"]): number {
    return this.heard.filter((message) => message.type === type).length;
  }

  #answer(message: ToKernel): void {
    if (message.type === "hello") this.here();
    else if (message.type === "attempt") this.keep(message.attempt);
    else if (message.type === "export") this.say({ type: "exported", records: [...this.kept.values()] });
    else this.erase();
  }

  here(): void {
    this.say({ type: "here", owner: this.owner, attempts: this.kept.size, where: "in your own folder" });
  }

  keep(attempt: Attempt): void {
    this.kept.set(attempt.id, attempt);
    this.say({ type: "kept", id: attempt.id, attempts: this.kept.size });
  }

  erase(): void {
    this.kept.clear();
    this.say({ type: "erased" });
  }
}

/** An answer that may never come: asked for often, given once to all who ask. */
export class Awaited<T> {
  #resolvers: ((answer: T) => void)[] = [];

  /** The next answer, or null after so many milliseconds without one. */
  ask(patience: number): Promise<T | null> {
    return new Promise((resolve) => {
      const silence = setTimeout(() => resolve(null), patience);
      this.#resolvers.push((answer) => {
        clearTimeout(silence);
        resolve(answer);
      });
    });
  }

  give(answer: T): void {
    for (const resolve of this.#resolvers.splice(0)) resolve(answer);
  }
}

/** Work in slices, so that messages in a worker, or frames in a page, come in between. */
import type { Steps } from "./jobs";

/**
 * Run steps for so many milliseconds at a time. The answer is null where, between two slices,
 * the work was no longer wanted.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  milliseconds: number,
  wanted: () => boolean,
  tell: (share: number) => void,
): Promise<T | null> {
  for (;;) {
    const end = performance.now() + milliseconds;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) return step.value;
    tell(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!wanted()) return null;
  }
}

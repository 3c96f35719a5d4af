/** Work that waits until the page has nothing else to do: a key that is pressed comes first. */

/** Do something then; what it returns takes the wish back. Safari knows no idle time. */
export function whenIdle(work: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }
  const wish = requestIdleCallback(work);
  return () => cancelIdleCallback(wish);
}

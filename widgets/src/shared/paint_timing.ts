/** How long a choice takes to be seen, for the benchmark and for anyone's profiler. */

export const INPUT_MARK = "att-input";
export const PAINT_MEASURE = "att-paint";

/** Call when the input arrives. The measure ends just after the frame that shows it. */
export function timePaint(): void {
  if (typeof performance.measure !== "function" || !("MessageChannel" in globalThis)) return;
  const start = performance.mark(INPUT_MARK).startTime;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      performance.measure(PAINT_MEASURE, { start });
    };
    port2.postMessage(null); // a task queued from a frame runs after that frame is painted
  });
}

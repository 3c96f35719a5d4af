/**
 * A page for the exercises to stand in. Import it before anything that touches a document.
 *
 * jsdom draws nothing: the exercises find that out themselves and show tables for charts.
 */
import { JSDOM, VirtualConsole } from "jsdom";

const quiet = new VirtualConsole();
quiet.on("jsdomError", () => undefined); // "canvas is not implemented", by design
const { window } = new JSDOM("<!doctype html><body></body>", {
  url: "https://course.test/",
  pretendToBeVisual: true,
  virtualConsole: quiet,
});

const NAMES = [
  "window", "document", "localStorage", "HTMLElement", "Element", "Node", "Event", "KeyboardEvent",
  "CustomEvent", "MutationObserver", "getComputedStyle", "devicePixelRatio",
] as const;
for (const name of NAMES) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
/** Frames that were asked for and have not come: they come as fast as they can. */
const frames = new Set<number>();
const frameFunctions = {
  requestAnimationFrame(draw: FrameRequestCallback): number {
    const frame = Number(setTimeout(() => frames.delete(frame) && draw(performance.now()), 0));
    frames.add(frame);
    return frame;
  },
  cancelAnimationFrame: (frame: number): unknown => frames.delete(frame),
};
for (const [name, value] of Object.entries(frameFunctions)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
Object.defineProperty(globalThis, "matchMedia", {
  value: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
});

/** An element of its own for one exercise, on an empty page with empty storage. */
export function freshPlace(): HTMLElement {
  localStorage.clear();
  return freshElement();
}

/** As after a reload: the page is empty, the storage is as it was. */
export function freshElement(): HTMLElement {
  document.body.innerHTML = "";
  return document.body.appendChild(document.createElement("div"));
}

export function buttonNamed(words: string | RegExp): HTMLButtonElement {
  const fits = (text: string): boolean => (typeof words === "string" ? text === words : words.test(text));
  const buttons = [...document.querySelectorAll("button")];
  const found = buttons.find((button) => fits(button.textContent!.trim()));
  if (found) return found;
  throw new Error(`no button ${words}; there are: ${buttons.map((button) => button.textContent).join(" | ")}`);
}

export function press(key: string, options: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options }));
}

/** Wait until what was set has been drawn, part by part; what moves by itself moves on. */
export async function drawn(): Promise<void> {
  for (let quiet = 0, turns = 0; quiet < 4 && turns < 200; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    quiet = frames.size ? 0 : quiet + 1;
  }
}

export async function choose(words: string | RegExp): Promise<void> {
  buttonNamed(words).click();
  await drawn();
}

export function text(): string {
  return document.body.textContent!.replace(/\s+/g, " ");
}

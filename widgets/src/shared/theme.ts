/** The course's colours as a canvas can use them, and word when they change. */

export interface Palette {
  paper: string;
  ink: string;
  quiet: string;
  line: string;
  arousal: string;
  trust: string;
  disclosure: string;
  caution: string;
  good: string;
  font: string;
}

const NAMES = ["paper", "ink", "quiet", "line", "arousal", "trust", "disclosure", "caution", "good"] as const;

/** Read the colours that hold at this element, from the custom properties of the look. */
export function paletteAt(element: Element): Palette {
  const style = getComputedStyle(element);
  const colours = NAMES.map((name) => [name, style.getPropertyValue(`--att-${name}`).trim()]);
  return { ...Object.fromEntries(colours), font: style.fontFamily || "system-ui" } as Palette;
}

/** Hear when the reader's system or JupyterLab turns light to dark or back. */
export function watchTheme(changed: () => void): () => void {
  const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
  const lab = new MutationObserver(changed);
  const attributeFilter = ["data-jp-theme-light", "data-jp-theme-name", "class"];
  system?.addEventListener?.("change", changed);
  lab.observe(document.body, { attributes: true, attributeFilter });
  lab.observe(document.documentElement, { attributes: true, attributeFilter });
  return () => {
    system?.removeEventListener?.("change", changed);
    lab.disconnect();
  };
}

/** The list of a module's exercises as a widget; `mountProgress` serves a page without a kernel. */
import { h, render } from "preact";
import { lineOf, type Widget } from "../shared/kernel";
import { browserStorage } from "../shared/shelf";
import type { ProgressContent } from "./content";
import { ProgressList } from "./list";
import { Progress } from "./progress";

export function mountProgress(element: HTMLElement, progress: Progress): () => void {
  render(h(ProgressList, { progress }), element);
  return () => render(null, element);
}

const widget: Widget = {
  render({ model, el }) {
    const progress = new Progress({
      content: model.get("content") as ProgressContent,
      owner: String(model.get("owner") ?? ""),
      line: lineOf(model),
      storage: browserStorage(),
    });
    const unmount = mountProgress(el, progress);
    return () => {
      unmount();
      progress.dispose();
    };
  },
};

export default widget;

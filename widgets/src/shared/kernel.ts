/** anywidget's form around an exercise: content and record come from a kernel's model. */
import type { Content, Mount } from "./contract";
import type { FromKernel, Line } from "./line";
import { KernelRecord } from "./record";
import { browserStorage } from "./shelf";

/** The part of anywidget's model that exercises use. */
export interface Model {
  get(trait: string): unknown;
  on(event: string, hear: (message: unknown) => void): void;
  off(event: string, hear: (message: unknown) => void): void;
  send(message: unknown): void;
}

export interface Widget {
  render(view: { model: Model; el: HTMLElement }): () => void;
}

export function asWidget<C extends Content>(mount: Mount<C>): Widget {
  function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const content = model.get("content") as C;
    const record = new KernelRecord({
      owner: String(model.get("owner") ?? ""),
      exercise: content.exercise.id,
      line: lineOf(model),
      storage: browserStorage(),
    });
    const unmount = mount(el, content, record);
    return () => {
      unmount();
      record.dispose();
    };
  }
  return { render };
}

/** The way to the kernel over a widget's own messages. */
export function lineOf(model: Model): Line {
  return {
    send: (message) => model.send(message),
    listen(hear) {
      const listener = (message: unknown): void => {
        if (isFromKernel(message)) hear(message);
      };
      model.on("msg:custom", listener);
      return () => model.off("msg:custom", listener);
    },
  };
}

function isFromKernel(message: unknown): message is FromKernel {
  return typeof message === "object" && message !== null && "type" in message;
}

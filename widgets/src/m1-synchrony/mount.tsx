import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { SynchronyContent } from "./content";
import { Synchrony } from "./exercise";
import { WorkshopContext } from "./use_work";
import code from "./worker?worker";
import { startWorker, Workshop } from "./workshop";

export const mountExercise: Mount<SynchronyContent> = (element, content, record) => {
  const workshop = new Workshop(() => startWorker(code));
  render(
    <WorkshopContext.Provider value={workshop}>
      <Synchrony content={content} record={record} />
    </WorkshopContext.Provider>,
    element,
  );
  return () => {
    render(null, element);
    workshop.dispose();
  };
};

import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { SorterContent } from "./content";
import { Sorter } from "./exercise";

export const mountExercise: Mount<SorterContent> = (element, content, record) => {
  render(<Sorter content={content} record={record} />, element);
  return () => render(null, element);
};

import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { RecallContent } from "./content";
import { Recall } from "./exercise";

export const mountExercise: Mount<RecallContent> = (element, content, record) => {
  render(<Recall content={content} record={record} />, element);
  return () => render(null, element);
};

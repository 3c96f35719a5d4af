import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { TwoBodyContent } from "./content";
import { TwoBody } from "./exercise";

export const mountExercise: Mount<TwoBodyContent> = (element, content, record) => {
  render(<TwoBody content={content} record={record} />, element);
  return () => render(null, element);
};

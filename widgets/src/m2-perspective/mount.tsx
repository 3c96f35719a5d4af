import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { PerspectiveContent } from "./content";
import { Perspective } from "./exercise";

export const mountExercise: Mount<PerspectiveContent> = (element, content, record) => {
  render(<Perspective content={content} record={record} />, element);
  return () => render(null, element);
};

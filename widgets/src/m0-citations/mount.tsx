import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { CitationsContent } from "./content";
import { Citations } from "./exercise";

export const mountExercise: Mount<CitationsContent> = (element, content, record) => {
  render(<Citations content={content} record={record} />, element);
  return () => render(null, element);
};

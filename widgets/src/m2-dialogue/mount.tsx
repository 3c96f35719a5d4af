import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { DialogueContent } from "./content";
import { Dialogue } from "./exercise";

export const mountExercise: Mount<DialogueContent> = (element, content, record) => {
  render(<Dialogue content={content} record={record} />, element);
  return () => render(null, element);
};

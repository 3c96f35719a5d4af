import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { CueContent } from "./content";
import { CueLab } from "./exercise";

export const mountExercise: Mount<CueContent> = (element, content, record) => {
  render(<CueLab content={content} record={record} />, element);
  return () => render(null, element);
};

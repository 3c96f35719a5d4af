import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { RepairContent } from "./content";
import { Repair } from "./exercise";

export const mountExercise: Mount<RepairContent> = (element, content, record) => {
  render(<Repair content={content} record={record} />, element);
  return () => render(null, element);
};

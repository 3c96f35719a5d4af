import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { MapperContent } from "./content";
import { Mapper } from "./exercise";

export const mountExercise: Mount<MapperContent> = (element, content, record) => {
  render(<Mapper content={content} record={record} />, element);
  return () => render(null, element);
};

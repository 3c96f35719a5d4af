import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { PrivacyContent } from "./content";
import { Privacy } from "./exercise";

export const mountExercise: Mount<PrivacyContent> = (element, content, record) => {
  render(<Privacy content={content} record={record} />, element);
  return () => render(null, element);
};

import { render } from "preact";
import type { Mount } from "../shared/contract";
import type { MixerContent } from "./content";
import { Mixer } from "./exercise";

export const mountExercise: Mount<MixerContent> = (element, content, record) => {
  render(<Mixer content={content} record={record} />, element);
  return () => render(null, element);
};

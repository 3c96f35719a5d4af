/** Exercise m1-cues as a widget; `mountExercise` serves a page without a kernel. */
import { asWidget } from "../shared/kernel";
import { mountExercise } from "./mount";

export { mountExercise };
export default asWidget(mountExercise);

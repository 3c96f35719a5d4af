/** Both moods over time as a table. */
import { FiguresTable } from "../shared/figures_table";
import type { Course } from "./plane";
import { mood } from "./words";

const EVERY = 20; // steps of the model between two rows: one unit of time

export function CourseTable({ run, other }: { run: Course; other?: Course }) {
  const rows = run.time.flatMap((time, i) => {
    if (i % EVERY !== 0) return [];
    const was = other ? [mood(other.helper[i]!), mood(other.client[i]!)] : [];
    return [[time.toFixed(0), mood(run.helper[i]!), mood(run.client[i]!), ...was]];
  });
  const head = ["Time", "Helper", "Client", ...(other ? ["Helper as it was", "Client as it was"] : [])];
  return <FiguresTable caption="Moods over time, arbitrary units" head={head} rows={rows} />;
}

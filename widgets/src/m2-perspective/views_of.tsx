/** One person's ten views beside your ratings: a line as long as you were off. */
import { mean_error, unasked } from "../generated/perspective.js";
import { Drawing } from "../shared/drawing";
import { FiguresTable } from "../shared/figures_table";
import type { PerspectiveContent } from "./content";
import { errorOf, personOf, type Run, type Way } from "./run";
import { points } from "./words";

interface ViewsOfProps {
  content: PerspectiveContent;
  run: Run;
  way: Way;
}

export function ViewsOf({ content, run, way }: ViewsOfProps) {
  const { portrait, views } = personOf(content, run.seed, way);
  const { ratings } = run[way]!;
  const asked = way === "getting" ? run.asked : [];
  const { name } = portrait;
  return (
    <Drawing
      name={way === "taking" ? `${name}, imagined` : `${name}, asked`}
      takeaway={offWords(content, run, way)}
      table={
        <FiguresTable
          caption="In points, from 0, not at all, to 10, very much"
          head={["Sentence", "You", name, "Apart"]}
          rows={content.topics.map(({ id, text }) => [
            asked.includes(id) ? `${text} (asked)` : text,
            ratings[id]!,
            views[id]!,
            Math.abs(ratings[id]! - views[id]!),
          ])}
        />
      }
    >
      <div class="att-views">
        {content.topics.map(({ id, text }) => (
          <Row key={id} text={text} asked={asked.includes(id)} yours={ratings[id]!} theirs={views[id]!} />
        ))}
      </div>
      <p class="att-views-key">
        <span><Mark kind="yours" /> you</span>
        <span><Mark kind="theirs" /> {name}</span>
        <span>0 on the left, 10 on the right</span>
      </p>
    </Drawing>
  );
}

/** With answers among the ten, also how far off it was where nothing was asked. */
function offWords(content: PerspectiveContent, run: Run, way: Way): string {
  const all = `${points(errorOf(content, run, way))} off on average`;
  if (way === "taking") return `${all}.`;
  const rest = unasked(content.topics, run.asked);
  const { views } = personOf(content, run.seed, way);
  return `${all}; ${mean_error(run[way]!.ratings, views, rest).toFixed(1)} where you had not asked.`;
}

interface RowProps {
  text: string;
  asked: boolean;
  yours: number;
  theirs: number;
}

function Row({ text, asked, yours, theirs }: RowProps) {
  return (
    <div class="att-view">
      <span class="att-view-text">{text}{asked ? <em> asked</em> : null}</span>
      <svg class="att-view-scale" width="100%" height="22" aria-hidden="true">
        <line class="att-view-track" x1={across(0)} x2={across(10)} y1="11" y2="11" />
        <line class="att-view-apart" x1={across(yours)} x2={across(theirs)} y1="11" y2="11" />
        <svg x={across(theirs)} y="11" overflow="visible"><Theirs /></svg>
        <svg x={across(yours)} y="11" overflow="visible"><Yours /></svg>
      </svg>
    </div>
  );
}

/** A place on the scale, with room at both ends for half a mark. */
function across(value: number): string {
  return `${4 + 9.2 * value}%`;
}

function Mark({ kind }: { kind: "yours" | "theirs" }) {
  return (
    <svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">
      {kind === "yours" ? <Yours /> : <Theirs />}
    </svg>
  );
}

function Yours() {
  return <path class="att-view-yours" d="M 0 -7.5 l 7.5 7.5 l -7.5 7.5 l -7.5 -7.5 Z" />;
}

function Theirs() {
  return <circle class="att-view-theirs" r="5.5" />;
}

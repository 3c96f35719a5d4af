/** The plane with all its endings, the border between them, and the edge that was said. */
import { useMemo } from "preact/hooks";
import { border, TOLERANCE } from "../generated/endings.js";
import { rests, STRONG } from "../generated/two_body.js";
import { canDraw } from "../shared/chart";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import type { Picture, Points, Regions } from "../shared/picture";
import { useBasins } from "./basins";
import { framed } from "./plane";
import { type Finished, PLANE, trueEdge } from "./run";
import { mood } from "./words";

export function WholePlane({ run }: { run: Finished }) {
  const regions = useBasins();
  const working = !regions && canDraw();
  const picture = useMemo(() => pictureOf(run, regions), [run, regions]);
  return (
    <ChartView
      size="plane"
      picture={picture}
      takeaway={takeawayOf(run)}
      name="Where every start ends"
      table={<BorderTable />}
      busy={working}
    >
      {working ? <span class="att-note">Working out where every start ends …</span> : null}
    </ChartView>
  );
}

export function takeawayOf({ line, edge }: Finished): string {
  const lies = trueEdge(line);
  const near = Math.abs(lies - edge) <= TOLERANCE;
  return `With the client at ${mood(line)} the ending changes at helper ${mood(lies)}. You said ${mood(edge)}, ${near ? "within" : "more than"} ${TOLERANCE} ${near ? "of it" : "away"}.`;
}

function pictureOf({ line, edge }: Finished, regions: Regions | null): Picture {
  const path = border(STRONG) as Record<"helper" | "client", number[]>;
  return {
    ...framed(),
    ...(regions ? { regions } : {}),
    lines: [{ x: path.helper, y: path.client, ink: "ink", width: 1.5 }],
    rules: [
      { axis: "y", at: line, ink: "disclosure", kind: "guess" },
      { axis: "x", at: trueEdge(line), ink: "disclosure", label: "edge" },
    ],
    points: restPoints(),
    guesses: [{ x: edge, y: line, ink: "disclosure", label: "your edge" }],
  };
}

/** Filled where nearby pairs come to rest, open where they leave. */
function restPoints(): Points[] {
  const all = rests(STRONG);
  return [true, false].map((tips) => {
    const some = all.filter(({ kind }) => (kind === "tips") === tips);
    const points = { x: some.map(({ helper }) => helper), y: some.map(({ client }) => client) };
    return { ...points, ink: "ink", mark: "circle", hollow: tips };
  });
}

/** Above each client's start, the helper's start from which the lowest ending is left behind. */
function BorderTable() {
  const path = border(STRONG) as Record<"helper" | "client", number[]>;
  const rows: string[][] = [];
  for (let client = -2.5; client > PLANE.client[0]; client -= 0.5) {
    const i = path.client.findIndex((value) => value < client);
    if (i > 0) rows.push([mood(client), mood(path.helper[i]!)]);
  }
  return (
    <FiguresTable
      caption="The border of the lowest ending: left of it both end low, arbitrary units"
      head={["Client's start", "Helper's start at the border"]}
      rows={rows}
    />
  );
}

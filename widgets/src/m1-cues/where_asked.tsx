/** Each meeting by how open it was and how open you took it to be; whom you asked is filled. */
import { openness, TURN_COST, worth_asking } from "../generated/shares.js";
import { ChartView } from "../shared/chart_view";
import { FiguresTable } from "../shared/figures_table";
import type { Picture, Points } from "../shared/picture";
import { count } from "../shared/record_line";
import { chancesGiven, type Met, type Run } from "./run";
import { sceneOf } from "./words";

const MOST = 0.85; // six equal shares come to 0.83

interface Placed {
  met: Met;
  asked: boolean;
  /** The model's openness, and that of your own shares. */
  was: number;
  yours: number;
}

export function WhereAsked({ run, met }: { run: Run; met: Met[] }) {
  const placed = placesOf(run, met);
  return (
    <section class="att-part" aria-label="Where you asked">
      <h4 class="att-subheading">Where you asked, and where asking would have paid</h4>
      <ChartView
        size="full"
        picture={pictureOf(placed)}
        takeaway={askedWords(placed)}
        name="How open each meeting was, and whom you asked"
        table={<AskedTable placed={placed} />}
      />
      <p class="att-note">
        How open a meeting is, is 1 less the sum of the squared shares: what a reading is expected
        to cost. Right of the upright line asking costs less than that. Above the level line your
        own shares said so too.
      </p>
    </section>
  );
}

function placesOf({ readings }: Run, met: Met[]): Placed[] {
  return chancesGiven(readings).map((given, i) => ({
    met: met[i]!,
    asked: readings[i]!.asked,
    was: openness(met[i]!.chances),
    yours: openness(given),
  }));
}

function pictureOf(placed: Placed[]): Picture {
  const axis = { range: [0, MOST] as [number, number], ticks: [0, 0.25, 0.5, 0.75] };
  const line = { at: TURN_COST, ink: "caution", kind: "plain" } as const;
  return {
    x: { label: "how open the cues left it", ...axis },
    y: { label: "how open your shares left it", ...axis },
    points: [
      pointsOf(placed.filter(({ asked }) => asked), false),
      pointsOf(placed.filter(({ asked }) => !asked), true),
    ],
    lines: [
      { x: [0.02], y: [MOST - 0.06], ink: "trust", label: "\u25cf asked" },
      { x: [0.02], y: [MOST - 0.16], ink: "ink", label: "\u25a1 not asked" },
    ],
    rules: [
      { axis: "x", ...line, label: "asking pays" },
      { axis: "y", ...line },
    ],
  };
}

function pointsOf(placed: Placed[], hollow: boolean): Points {
  return {
    x: placed.map(({ was }) => was),
    y: placed.map(({ yours }) => yours),
    ink: hollow ? "ink" : "trust",
    mark: hollow ? "square" : "circle",
    hollow,
    size: 5,
  };
}

export function askedWords(placed: { met: Met; asked: boolean }[]): string {
  const open = placed.filter(({ met }) => worth_asking(met.chances));
  const askedOpen = open.filter(({ asked }) => asked).length;
  const askedClear = placed.filter(({ asked }) => asked).length - askedOpen;
  const clear = askedClear === 0 ? "nobody where it was clear enough" : `${askedClear} of ${placed.length - open.length} where it was clear enough to go on`;
  return `You asked in ${askedOpen} of ${count(open.length, "open meeting")}, and ${clear}.`;
}

function AskedTable({ placed }: { placed: Placed[] }) {
  return (
    <FiguresTable
      caption={`Asking pays where the cues leave it more open than ${TURN_COST}`}
      head={["Meeting", "Cues left", "Your shares left", "Asked"]}
      rows={placed.map(({ met, asked, was, yours }) => [sceneOf(met), was.toFixed(2), yours.toFixed(2), asked ? "yes" : "no"])}
    />
  );
}

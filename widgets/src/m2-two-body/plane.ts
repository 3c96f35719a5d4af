/** The plane of both moods: which way every pair moves, and where each stands still. */
import { course, FROM_CLIENT, FROM_HELPER, flow, pull, STEADY } from "../generated/two_body.js";
import type { Arrows, Line, Picture, Rule } from "../shared/picture";
import type { Moods } from "./content";
import { DURATION, PLANE } from "./run";

/** Where moods are neither pleasant nor unpleasant. */
const AXES: Rule[] = [
  { axis: "x", at: 0, ink: "line" },
  { axis: "y", at: 0, ink: "line" },
];

/** The empty plane: the helper moves across, the client up and down. */
export function framed(): Picture {
  return {
    x: { label: "helper's mood, arbitrary units", range: PLANE.helper },
    y: { label: "client's mood, arbitrary units", range: PLANE.client },
    equal: true,
    rules: AXES,
  };
}

/** The plane with which way every pair moves, and where each mood stands still. */
export function planeOf(pulls: number[]): Picture {
  return { ...framed(), arrows: arrowsOf(pulls), lines: standstills(pulls) };
}

function arrowsOf(pulls: number[]): Arrows {
  const arrows: Arrows = { x: [], y: [], dx: [], dy: [], ink: "line" };
  for (let helper = PLANE.helper[0] + 0.5; helper < PLANE.helper[1]; helper += 1) {
    for (let client = PLANE.client[0] + 0.5; client < PLANE.client[1]; client += 1) {
      const [right, up] = flow(helper, client, pulls);
      arrows.x.push(helper);
      arrows.y.push(client);
      arrows.dx.push(right!);
      arrows.dy.push(up!);
    }
  }
  return arrows;
}

/** Where a mood does not change: for the helper over every client, and the other way round. */
function standstills(pulls: number[]): Line[] {
  const clients = valuesOf(PLANE.client);
  const helpers = valuesOf(PLANE.helper);
  return [
    {
      x: clients.map((client) => STEADY[0]! + pulls[0]! * pull(FROM_CLIENT, client)),
      y: clients,
      ink: "trust",
      dash: [9, 4],
      width: 1.5,
      label: "helper still",
    },
    {
      x: helpers,
      y: helpers.map((helper) => STEADY[1]! + pulls[1]! * pull(FROM_HELPER, helper)),
      ink: "arousal",
      dash: [2, 4],
      width: 1.5,
      label: "client still",
    },
  ];
}

function valuesOf([low, high]: [number, number]): number[] {
  return Array.from({ length: 20 * (high - low) + 1 }, (_, i) => low + i / 20);
}

export type Course = Record<"time" | "helper" | "client", number[]>;

export function courseOf({ helper, client }: Moods, pulls: number[]): Course {
  return course(helper, client, pulls, DURATION) as Course;
}

export function pathOf({ helper, client }: Course): Line {
  return { x: helper, y: client, ink: "ink", width: 2.5, arrow: true };
}

/** Both moods over time; another course beside it, where there is one. */
export function overTime(run: Course, other?: Course): Picture {
  const line = (y: number[], whose: "helper" | "client", label: string): Line => ({
    x: run.time,
    y,
    label,
    ink: whose === "helper" ? "trust" : "arousal",
    dash: whose === "helper" ? [] : [6, 3],
  });
  const faint = (one: Line): Line => ({ ...one, width: 1, dash: [1, 3] });
  return {
    x: { label: "time, arbitrary units", range: [0, DURATION] },
    y: { label: "mood, arbitrary units", range: [-6, 4], ticks: [-6, -4, -2, 0, 2, 4] },
    rules: [{ axis: "y", at: 0, ink: "line" }],
    lines: [
      line(run.helper, "helper", "Helper"),
      line(run.client, "client", "Client"),
      ...(other ? [faint(line(other.helper, "helper", "was")), faint(line(other.client, "client", "was"))] : []),
    ],
  };
}

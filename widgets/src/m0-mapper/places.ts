/** Where people and arrows stand in the picture, in its own units. */

export const WIDTH = 400;
export const HEIGHT = 424;

export interface Point {
  x: number;
  y: number;
}

export interface Figure extends Point {
  name: string;
  kind: "person" | "building";
}

export const FIGURES: Figure[] = [
  { name: "Organisation", kind: "building", x: 200, y: 44 },
  { name: "Colleague", kind: "person", x: 46, y: 206 },
  { name: "Helper", kind: "person", x: 200, y: 206 },
  { name: "Client", kind: "person", x: 354, y: 206 },
];

export interface Arrow {
  zone: string;
  /** An SVG path, without its head. */
  path: string;
  /** The head's point, and the way it looks in degrees: 0 to the right, 90 down. */
  tip: Point;
  turn: number;
  /** The middle of its numbers. */
  tally: Point;
}

export const ARROWS: Arrow[] = [
  { zone: "helper-client", path: "M 236 192 H 310", tip: { x: 318, y: 192 }, turn: 0, tally: { x: 277, y: 168 } },
  { zone: "client-helper", path: "M 318 222 H 244", tip: { x: 236, y: 222 }, turn: 180, tally: { x: 277, y: 246 } },
  { zone: "peer-helper", path: "M 82 206 H 156", tip: { x: 164, y: 206 }, turn: 0, tally: { x: 123, y: 180 } },
  { zone: "organisation-helper", path: "M 200 94 V 158", tip: { x: 200, y: 166 }, turn: 90, tally: { x: 244, y: 126 } },
  { zone: "helper-self", path: "M 184 272 C 148 330, 252 330, 219 279", tip: { x: 214.5, y: 272 }, turn: 237, tally: { x: 200, y: 336 } },
];

/** The box that stands for no arrow at all. */
export const NOT_SAID = { zone: "not-said", x: 120, y: 362, width: 160, height: 56 };

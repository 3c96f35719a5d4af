/** A seated figure from the side, bent at head, chest, shoulders and elbows. */
import type { Look } from "./content";

type Bends = Record<string, number>;

const HIP = { x: 76, y: 152 };
const TORSO = 62;
const HEAD = 19;
const ARM = 34;
const FARTHEST = 10; // degrees to either side, of the strongest rocking that is drawn
const MOVING = 0.28; // from here on the words say so too

interface Point {
  x: number;
  y: number;
}

/** A point so far away, at so many degrees from upright towards the front. */
function from({ x, y }: Point, length: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: x + length * Math.sin(angle), y: y - length * Math.cos(angle) };
}

export function Body({ cues, look }: { cues: Bends; look: Look }) {
  const rocking = cues.weight! > MOVING ? FARTHEST * cues.weight! : 0;
  return (
    <svg class="att-cue-drawing" viewBox="18 4 160 214" aria-hidden="true">
      <Seat wheels={look.seat === "wheelchair"} />
      {rocking > 0 ? (
        <g class="att-cue-ghost">
          <Upper cues={cues} turned={-rocking} />
          <Upper cues={cues} turned={rocking} />
        </g>
      ) : null}
      <Upper cues={cues} turned={0} />
      <path class="att-cue-limb" d={`M ${HIP.x} ${HIP.y} L 122 156 L 124 202 L 138 202`} />
      {rocking > 0 ? <Swing size={rocking} /> : null}
    </svg>
  );
}

/** Head, chest and arm, the whole of it turned about the hip by so many degrees. */
function Upper({ cues, turned }: { cues: Bends; turned: number }) {
  const lean = 80 * (cues.chest! - 0.5);
  const neck = from(HIP, TORSO, lean);
  const lift = 22 * (cues.shoulders! - 0.5);
  const shoulder = from(HIP, TORSO - 8 + lift, lean);
  const nod = lean + 110 * (cues.head! - 0.5);
  const head = from(neck, HEAD + 9, 0.5 * (lean + nod));
  const elbow = from(shoulder, ARM, 166 - 0.2 * lean);
  const hand = from(elbow, ARM, 166 - 128 * cues.elbows!);
  return (
    <g transform={turned ? `rotate(${turned} ${HIP.x} ${HIP.y})` : undefined}>
      <path class="att-cue-limb" d={`M ${HIP.x} ${HIP.y} L ${neck.x} ${neck.y} L ${head.x} ${head.y}`} />
      <circle class="att-cue-head" cx={head.x} cy={head.y} r={HEAD} />
      <Nose head={head} nod={nod} />
      <path class="att-cue-limb att-cue-arm" d={`M ${neck.x} ${neck.y} L ${shoulder.x} ${shoulder.y} L ${elbow.x} ${elbow.y} L ${hand.x} ${hand.y}`} />
      <circle class="att-cue-shoulder" cx={shoulder.x} cy={shoulder.y} r="6" />
    </g>
  );
}

/** Which way the face is turned. */
function Nose({ head, nod }: { head: Point; nod: number }) {
  const [over, tip, under] = [
    from(head, HEAD, nod + 76),
    from(head, HEAD + 7, nod + 94),
    from(head, HEAD, nod + 106),
  ];
  return <path class="att-cue-limb att-cue-nose" d={`M ${over.x} ${over.y} L ${tip.x} ${tip.y} L ${under.x} ${under.y}`} />;
}

function Seat({ wheels }: { wheels: boolean }) {
  if (wheels) {
    return (
      <g class="att-cue-seat">
        <circle cx="72" cy="176" r="32" />
        <circle cx="120" cy="204" r="9" />
        <path d="M 46 92 L 52 160 L 112 160 L 120 195" />
      </g>
    );
  }
  return <path class="att-cue-seat" d="M 48 88 L 52 160 L 110 160 M 54 160 L 48 212 M 106 160 L 110 212" />;
}

/** A double arrow over the head, as wide as the rocking. */
function Swing({ size }: { size: number }) {
  const [back, front] = [from(HIP, 134, -2 * size), from(HIP, 134, 2 * size)];
  return (
    <path
      class="att-cue-swing"
      d={`M ${back.x + 5} ${back.y - 6} L ${back.x} ${back.y} L ${back.x + 8} ${back.y + 3} M ${back.x} ${back.y} A 134 134 0 0 1 ${front.x} ${front.y} M ${front.x - 5} ${front.y - 6} L ${front.x} ${front.y} L ${front.x - 8} ${front.y + 3}`}
    />
  );
}

/** A drawn face, moved by action units. Lines only: it is nobody's photograph. */
import { useId } from "../shared/use_id";
import type { Look } from "./content";
import { Hair, Spectacles } from "./hair";

type Units = Record<string, number>;

const LEFT = -1;
const RIGHT = 1;
const MIDDLE = 100;
const EYE = { apart: 29, y: 102, half: 14 };
const MOUTH = 160;
const HEAD = "M 42 96 C 42 48 68 26 100 26 C 132 26 158 48 158 96 C 158 152 138 203 100 203 C 62 203 42 152 42 96 Z";

export function Face({ cues, look }: { cues: Units; look: Look }) {
  return (
    <svg class="att-cue-drawing" viewBox="0 0 200 220" aria-hidden="true">
      <Hair look={look} behind />
      <path class="att-cue-line att-cue-skin" d="M 80 190 L 80 220 L 120 220 L 120 190" />
      <path class="att-cue-line att-cue-skin" d="M 44 98 C 34 92 32 118 46 124 M 156 98 C 166 92 168 118 154 124" />
      <path class="att-cue-line att-cue-skin" d={HEAD} />
      <Hair look={look} />
      <Forehead cues={cues} />
      {[LEFT, RIGHT].map((side) => (
        <g key={side}>
          <Brow cues={cues} side={side} />
          <Eye cues={cues} side={side} />
          <Cheek cues={cues} side={side} />
        </g>
      ))}
      <path class="att-cue-thin" d="M 97 108 C 95 120 91 128 92 132 C 95 136 105 136 108 132" />
      <Mouth cues={cues} />
      {look.beard ? <path class="att-cue-thin att-cue-dashed" d="M 58 158 C 66 190 84 198 100 198 C 116 198 134 190 142 158" /> : null}
      {look.glasses ? <Spectacles /> : null}
    </svg>
  );
}

/** Inner end up with AU1, outer with AU2; down and together with AU4. */
function Brow({ cues, side }: { cues: Units; side: number }) {
  const [au1, au2, au4] = [cues.au1!, cues.au2!, cues.au4!];
  const inner = { x: MIDDLE + side * (13 - 5 * au4), y: 83 - 13 * au1 + 11 * au4 };
  const outer = { x: MIDDLE + side * 48, y: 85 - 12 * au2 + au4 };
  const bend = { x: MIDDLE + side * 34, y: 71 - 5 * au1 - 13 * au2 + 7 * au4 };
  return <path class="att-cue-brow" d={`M ${inner.x} ${inner.y} Q ${bend.x} ${bend.y} ${outer.x} ${outer.y}`} />;
}

/** Folds over raised brows, and between brows drawn together. */
function Forehead({ cues }: { cues: Units }) {
  const raised = Math.max(cues.au1!, cues.au2!);
  return (
    <>
      <path class="att-cue-thin" style={{ opacity: raised }} d="M 74 58 Q 100 51 126 58 M 80 49 Q 100 44 120 49" />
      <path class="att-cue-thin" style={{ opacity: cues.au4! }} d="M 95 79 L 96 91 M 105 79 L 104 91" />
    </>
  );
}

/** Upper lid up with AU5; both together with AU7; lower lid up with AU6. */
function Eye({ cues, side }: { cues: Units; side: number }) {
  const clip = useId();
  const x = MIDDLE + side * EYE.apart;
  const up = Math.max(13 + 11 * cues.au5! - 6 * cues.au7! - 2 * cues.au6!, 3);
  const down = Math.max(9 + 2 * cues.au5! - 6 * cues.au7! - 7 * cues.au6!, 1);
  const lids = `M ${x - EYE.half} ${EYE.y} Q ${x} ${EYE.y - up} ${x + EYE.half} ${EYE.y} Q ${x} ${EYE.y + down} ${x - EYE.half} ${EYE.y} Z`;
  return (
    <>
      <clipPath id={clip}><path d={lids} /></clipPath>
      <path class="att-cue-white" d={lids} />
      <g clip-path={`url(#${clip})`}>
        <circle class="att-cue-iris" cx={x} cy={EYE.y - 1} r="6" />
      </g>
      <path class="att-cue-line" d={lids} />
    </>
  );
}

/** A fold under the eye with AU6, and from nose to mouth with AU12. */
function Cheek({ cues, side }: { cues: Units; side: number }) {
  const at = (x: number): number => MIDDLE + side * x;
  return (
    <>
      <path class="att-cue-thin" style={{ opacity: cues.au6! }} d={`M ${at(16)} 118 Q ${at(30)} ${122 - 4 * cues.au6!} ${at(46)} 112`} />
      <path class="att-cue-thin" style={{ opacity: cues.au12! }} d={`M ${at(15)} 130 Q ${at(33)} 140 ${at(37)} 156`} />
      <path class="att-cue-thin" style={{ opacity: cues.au15! }} d={`M ${at(31)} 172 Q ${at(35)} 176 ${at(34)} 182`} />
      <path class="att-cue-thin" style={{ opacity: cues.au20! }} d={`M ${at(47)} 152 Q ${at(51)} 160 ${at(47)} 168`} />
    </>
  );
}

/** Corners up with AU12 and down with AU15, wider with AU20, thin with AU23, open with AU26. */
function Mouth({ cues }: { cues: Units }) {
  const [au12, au15, au20, au23, au26] = [cues.au12!, cues.au15!, cues.au20!, cues.au23!, cues.au26!];
  const half = 24 + 8 * au12 + 14 * au20 - 5 * au26 - 3 * au23;
  const corner = MOUTH - 1 - 14 * au12 + 12 * au15 + 3 * au20;
  const thickness = 5 * (1 - 0.9 * au23);
  const middle = MOUTH + 1 + 8 * au12 - 8 * au15;
  const open = 26 * au26 + 4 * au20;
  const [left, right] = [MIDDLE - half, MIDDLE + half];
  const lips = (up: number, down: number): string =>
    `M ${left} ${corner} Q ${MIDDLE} ${middle - up} ${right} ${corner} Q ${MIDDLE} ${middle + down} ${left} ${corner} Z`;
  return (
    <>
      <path class="att-cue-line att-cue-lips" d={lips(thickness + 0.3 * open, thickness + 1.6 * open)} />
      <path class={`att-cue-line ${open > 3 ? "att-cue-gap" : ""}`} d={lips(0.3 * open, 1.6 * open)} />
    </>
  );
}

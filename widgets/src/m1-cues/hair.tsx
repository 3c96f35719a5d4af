/** What tells the drawn people apart: hair or a scarf, and spectacles. None of it is a cue. */
import type { Look } from "./content";

/** Part of it lies behind the head, part in front. */
export function Hair({ look, behind = false }: { look: Look; behind?: boolean }) {
  const drawn = (behind ? BEHIND : BEFORE)[look.hair];
  return drawn ? <path class={`att-cue-line ${behind ? "att-cue-hair" : look.hair === "scarf" ? "att-cue-cloth" : "att-cue-hair"}`} d={drawn} /> : null;
}

const BEHIND: Partial<Record<Look["hair"], string>> = {
  long: "M 40 196 C 22 130 30 20 100 16 C 170 20 178 130 160 196 Z",
  curls: "M 36 132 C 10 118 22 84 28 78 C 22 46 52 22 70 24 C 84 6 124 6 134 24 C 158 22 178 50 172 78 C 182 90 186 120 164 132 Z",
  bun: "M 82 22 C 74 -2 126 -2 118 22 Z",
};

const BEFORE: Partial<Record<Look["hair"], string>> = {
  short: "M 42 96 C 38 48 66 20 100 20 C 134 20 162 48 158 96 C 152 76 146 62 138 54 C 116 62 82 60 64 52 C 52 64 46 80 42 96 Z",
  long: "M 42 110 C 36 52 66 20 100 20 C 134 20 164 52 158 110 C 152 82 138 56 100 44 C 66 56 48 82 42 110 Z",
  curls: "M 44 86 C 44 58 60 38 78 42 C 88 32 110 34 116 42 C 136 36 154 56 156 86 C 160 44 136 20 100 20 C 64 20 40 46 44 86 Z",
  bun: "M 43 92 C 44 52 70 24 100 22 C 130 24 156 52 157 92 C 148 62 126 42 100 42 C 74 42 52 62 43 92 Z",
  scarf: "M 40 186 C 22 92 44 14 100 14 C 156 14 178 92 160 186 C 150 204 126 212 100 212 C 74 212 50 204 40 186 Z M 50 104 C 50 150 74 196 100 196 C 126 196 150 150 150 104 C 150 62 132 42 100 42 C 68 42 50 62 50 104 Z",
};

export function Spectacles() {
  return (
    <path class="att-cue-thin" d="M 52 102 a 19 17 0 1 0 38 0 a 19 17 0 1 0 -38 0 M 110 102 a 19 17 0 1 0 38 0 a 19 17 0 1 0 -38 0 M 90 100 Q 100 95 110 100 M 52 100 L 44 97 M 148 100 L 156 97" />
  );
}

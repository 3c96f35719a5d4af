/** Two pictures beside each other: where your arrows run, and where the words let them run. */
import { count_zones, type ZoneCount } from "../generated/directions.js";
import { Drawing } from "../shared/drawing";
import { FiguresTable } from "../shared/figures_table";
import { Arrows } from "./arrows";
import type { MapperContent } from "./content";
import type { Round } from "./round";

export function Maps({ content, round }: { content: MapperContent; round: Round }) {
  const counts = count_zones(content.directions, round.sorting.placed);
  const names = Object.fromEntries(content.zones.map(({ id, name }) => [id, name]));
  return (
    <div class="att-drawings">
      <Drawing
        name="Your arrows"
        takeaway={yoursWords(counts, names)}
        table={
          <FiguresTable
            caption="Where you put the sentences"
            head={["Direction", "An accepted reading", "Read otherwise here"]}
            rows={counts.map(({ zone, fitting, otherwise }) => [names[zone]!, fitting, otherwise])}
          />
        }
      >
        <Arrows along={byZone(counts, ({ fitting, otherwise }) => ({ full: fitting, open: otherwise }))} />
        <Key full="an accepted reading" open="read otherwise here" />
      </Drawing>
      <Drawing
        name="The arrows that the words allow"
        takeaway={allowedWords(counts, content.directions.length)}
        table={
          <FiguresTable
            caption="Readings accepted for the sentences"
            head={["Direction", "The one reading", "One of several"]}
            rows={counts.map(({ zone, alone, shared }) => [names[zone]!, alone, shared])}
          />
        }
      >
        <Arrows along={byZone(counts, ({ alone, shared }) => ({ full: alone, open: shared }))} />
        <Key full="the one reading" open="one of several" />
      </Drawing>
    </div>
  );
}

function Key({ full, open }: { full: string; open: string }) {
  return (
    <p class="att-arrows-key">
      <span><svg viewBox="-7 -7 14 14" class="att-tally-full"><circle r="6" /></svg> {full}</span>
      <span><svg viewBox="-9 -9 18 18" class="att-tally-open"><path d="M 0 -7.5 l 7.5 7.5 l -7.5 7.5 l -7.5 -7.5 Z" /></svg> {open}</span>
    </p>
  );
}

function byZone<T>(counts: ZoneCount[], of: (count: ZoneCount) => T): Record<string, T> {
  return Object.fromEntries(counts.map((count) => [count.zone, of(count)]));
}

export function yoursWords(counts: ZoneCount[], names: Record<string, string>): string {
  const placed = counts.map(({ zone, fitting, otherwise }) => ({ zone, all: fitting + otherwise }));
  const most = placed.reduce((best, one) => (one.all > best.all ? one : best));
  const empty = placed.filter(({ all }) => all === 0).map(({ zone }) => names[zone]!.toLowerCase());
  const bare = empty.length > 0 ? ` Nothing lies under ${empty.join(", ")}.` : "";
  return `You used \u201c${names[most.zone]}\u201d most, for ${most.all}.${bare}`;
}

export function allowedWords(counts: ZoneCount[], all: number): string {
  const alone = counts.reduce((total, one) => total + one.alone, 0);
  const never = counts.some(({ zone, alone: only }) => zone === "organisation-helper" && only === 0);
  const bare = never ? " None is plainly about what an organisation does." : "";
  return `${alone} of ${all} sentences allow one reading; ${all - alone} allow several.${bare}`;
}

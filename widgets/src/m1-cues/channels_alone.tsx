/** What readers come to who trust one channel, or all, knowing nobody; beside you. */
import { brier_by, most_misleading, reported } from "../generated/cue_readers.js";
import { STATES } from "../generated/cue_tables.js";
import { mean_brier } from "../generated/shares.js";
import { BarsDrawing } from "../shared/bars_drawing";
import type { Channel } from "./content";
import { chancesGiven, type Met, type Run } from "./run";
import { theChannel } from "./words";

const EQUAL = 1 - 1 / STATES.length;

export function ChannelsAlone({ run, met }: { run: Run; met: Met[] }) {
  const rows: [string, number][] = [
    ["The face alone", brier_by("face", met)],
    ["The voice alone", brier_by("voice", met)],
    ["The posture alone", brier_by("posture", met)],
    ["All three, knowing neither person nor place", brier_by("cues", met)],
    ["All three, knowing person and place", brier_by("all", met)],
    ["Equal shares for all six", EQUAL],
    ["You", mean_brier(chancesGiven(run.readings), reported(met))],
  ];
  return (
    <section class="att-part" aria-label="What each channel would have come to">
      <h4 class="att-subheading">One channel trusted alone</h4>
      <BarsDrawing
        name="How far off each reading is, over your meetings"
        takeaway={misledWords(run, met)}
        caption="Mean Brier score: 0 is best, 2 is worst"
        head={["Who reads", "Score"]}
        rows={rows}
        decimals={2}
      />
      <p class="att-note">
        Shorter is nearer to what was reported. Who knows person and place knows this whole model
        and is still off: what people say is drawn by chance around their cues, and no reading takes
        that away.
      </p>
    </section>
  );
}

/** Which channel misled most, beside the one that was expected. */
export function misledWords({ prediction }: Run, met: Met[]): string {
  const worst = most_misleading(met) as Channel;
  const said = theChannel(worst);
  const expected = worst === prediction.channel ? "as you had expected" : `you had expected ${theChannel(prediction.channel)}`;
  return `Trusted alone, ${said} would have led furthest astray; ${expected}.`;
}

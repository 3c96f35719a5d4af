/** What is seen and heard of somebody: a face, a voice, a posture, each drawn and in words. */
import type { ComponentChildren } from "preact";
import { CHANNELS, COMMON, CUES } from "../generated/cue_tables.js";
import { FiguresTable } from "../shared/figures_table";
import { Body } from "./body";
import type { Channel } from "./content";
import { describe, nameOf } from "./cue_words";
import { Disclosure } from "./disclosure";
import { Face } from "./face";
import { Listen } from "./listen";
import type { Met } from "./run";
import { VoicePicture } from "./voice_picture";
import { CHANNEL_NAMES } from "./words";

export function Seen({ met }: { met: Met }) {
  const { cues, who } = met;
  return (
    <>
      <div class="att-cues">
        <Panel channel="face" met={met}>
          <Face cues={cues} look={who.look} />
        </Panel>
        <Panel channel="posture" met={met}>
          <Body cues={cues} look={who.look} />
        </Panel>
        <Panel channel="voice" met={met} below={<Listen name={who.name} cues={cues} pitch={who.pitch} />}>
          <VoicePicture cues={cues} />
        </Panel>
      </div>
      <Disclosure summary="The same in figures">{() => <CueFigures cues={cues} />}</Disclosure>
    </>
  );
}

function CueFigures({ cues }: { cues: Met["cues"] }) {
  return (
    <FiguresTable
      caption="Each cue from 0 to 1, beside what is common; arbitrary units"
      head={["Cue", "Here", "Common"]}
      rows={CHANNELS.flatMap((channel) =>
        CUES[channel]!.map((cue) => [
          `${CHANNEL_NAMES[channel as Channel]}: ${nameOf(cue)}`,
          cues[cue]!.toFixed(2),
          COMMON[cue]!.toFixed(1),
        ]),
      )}
    />
  );
}

interface PanelProps {
  channel: Channel;
  met: Met;
  below?: ComponentChildren;
  children: ComponentChildren;
}

function Panel({ channel, met, below, children }: PanelProps) {
  return (
    <figure class={`att-cue att-cue-${channel}`} aria-label={`${met.who.name}'s ${channel}`}>
      {children}
      <figcaption>
        <strong>{CHANNEL_NAMES[channel]}</strong> {describe(met.cues, channel)}
      </figcaption>
      {below}
    </figure>
  );
}

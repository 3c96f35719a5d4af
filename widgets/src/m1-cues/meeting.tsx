/** One meeting: what is seen, a reading in shares, and then a question or none. */
import { useMemo, useState } from "preact/hooks";
import { STATES } from "../generated/cue_tables.js";
import { MEETINGS } from "../generated/meetings.js";
import { UNIT } from "../generated/shares.js";
import { takeFocus } from "../shared/focus";
import { timePaint } from "../shared/paint_timing";
import { Actions, Stage } from "../shared/stage";
import type { CueContent } from "./content";
import { HandOut, leftOf, withShare } from "./hand_out";
import type { Met } from "./run";
import { Seen } from "./seen";
import { sceneOf, stateName } from "./words";

interface MeetingProps {
  content: CueContent;
  met: Met;
  /** From 1. */
  number: number;
  onAsk(shares: number[]): void;
  onPass(shares: number[]): void;
  /** The report was heard. */
  onHeard(): void;
}

export function Meeting({ content, met, number, onAsk, onPass, onHeard }: MeetingProps) {
  const [shares, setShares] = useState<number[]>(() => STATES.map(() => 0));
  const [asked, setAsked] = useState(false);
  const { name, about } = met.who;
  const seen = useMemo(() => <Seen met={met} />, [met]); // drawn once: shares move beside it
  const hand = (next: (now: number[]) => number[]): void => {
    timePaint();
    setShares(next); // of what there is now: two keys may come before either is drawn
  };
  const giveByNumber = (event: KeyboardEvent): void => {
    const place = Number(event.key) - 1;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && /^[1-9]$/.test(event.key);
    if (plain && !asked && place < STATES.length) hand((now) => withShare(now, place, now[place]! + UNIT));
  };
  const ask = (): void => {
    setAsked(true);
    onAsk(shares);
  };
  return (
    <Stage title={`${number} of ${MEETINGS}: ${name}`} onKeyDown={giveByNumber}>
      <div class="att-scene">
        <p><strong>{sceneOf(met)}</strong> {about}</p>
      </div>
      {seen}
      <HandOut {...{ content, name, shares }} held={asked} onChange={(next) => hand(() => next)} />
      {asked ? <Report content={content} met={met} /> : null}
      <Actions>
        {asked ? (
          <button type="button" class="att-button att-primary" onClick={onHeard}>Go on</button>
        ) : (
          <>
            <button type="button" class="att-button att-choice" disabled={leftOf(shares) > 0} onClick={() => onPass(shares)}>
              Go on without asking
            </button>
            <button type="button" class="att-button att-choice" disabled={leftOf(shares) > 0} onClick={ask}>
              Ask {name}: it costs a turn
            </button>
          </>
        )}
      </Actions>
    </Stage>
  );
}

function Report({ content, met }: { content: CueContent; met: Met }) {
  const { who, report } = met;
  return (
    <div class="att-feedback" tabIndex={-1} ref={takeFocus} role="group" aria-label={`What ${who.name} says`}>
      <blockquote class="att-claimed att-said">{who.says[report]}</blockquote>
      <p>
        {who.name}'s own report counts as <strong>{stateName(content, report).toLowerCase()}</strong>. You asked; a
        turn is spent.
      </p>
    </div>
  );
}

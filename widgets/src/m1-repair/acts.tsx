/** What can be done at a beat. The three buttons stay where they are. */
import type { RefObject } from "preact";
import type { Encounter } from "./content";
import type { Act } from "./run";

interface ActsProps {
  encounter: Encounter;
  /** By the clock, waiting needs no button. */
  waiting: boolean;
  /** The button that takes the focus when the clock starts. */
  first?: RefObject<HTMLButtonElement | null>;
  onAct(act: Act): void;
}

export function Acts({ encounter, waiting, first, onAct }: ActsProps) {
  return (
    <div class="att-acts" role="group" aria-label="What do you do?">
      {waiting ? <ActButton act="wait" name="Wait" words="Let this beat go by." hint="1" onAct={onAct} /> : null}
      <ActButton
        act="repair"
        name="Repair"
        words={encounter.repair}
        hint={waiting ? "2" : "R"}
        {...(first ? { first } : {})}
        onAct={onAct}
      />
      <ActButton act="ask" name="Ask" words={encounter.ask} hint={waiting ? "3" : "A"} onAct={onAct} />
    </div>
  );
}

interface ActButtonProps {
  act: Act;
  name: string;
  words: string;
  hint: string;
  first?: RefObject<HTMLButtonElement | null>;
  onAct(act: Act): void;
}

function ActButton({ act, name, words, hint, first, onAct }: ActButtonProps) {
  return (
    <button type="button" class="att-button att-act-button" {...(first ? { ref: first } : {})} onClick={() => onAct(act)}>
      <span class="att-act-name">{name} <kbd aria-hidden="true">{hint}</kbd></span>
      <span class="att-act-words">{words}</span>
    </button>
  );
}

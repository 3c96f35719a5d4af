/** By the clock: beats come by themselves once you start them, at your pace. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Guess } from "../shared/guess";
import { Acts } from "./acts";
import { PACES, useClock, USUAL } from "./clock";
import type { Act, Run } from "./run";

export function ByTheClock({ run, onAct }: { run: Run; onAct(act: Act): void }) {
  const [pace, setPace] = useState(USUAL);
  const clock = useClock(PACES[pace]!, run.acts.length, () => onAct("wait"));
  const { running, resting } = clock;
  const go = useRef<HTMLButtonElement>(null);
  const repair = useRef<HTMLButtonElement>(null);
  const ran = useRef(false);
  useLayoutEffect(() => {
    if (running) repair.current?.focus({ preventScroll: true });
    else if (ran.current && !resting) go.current?.focus({ preventScroll: true });
    ran.current = running;
  }, [running]);
  const byLetter = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    // A key that is held down is one press, also of a button.
    if (event.repeat && [" ", "enter", "r", "a"].includes(key)) event.preventDefault();
    else if (running && key === "r") onAct("repair");
    else if (running && key === "a") onAct("ask");
    else if (running && key === "s") clock.stop();
  };
  return (
    <div class="att-clock" onKeyDown={byLetter}>
      {running ? (
        <Acts encounter={run.encounter} waiting={false} first={repair} onAct={onAct} />
      ) : (
        <Held began={run.acts.length > 0} go={go} onStart={clock.start} />
      )}
      <div class="att-clock-pace">
        <Guess
          label="A beat lasts"
          value={pace}
          min={0}
          max={PACES.length - 1}
          step={1}
          words={(at) => `${PACES[at]} second${PACES[at] === 1 ? "" : "s"}`}
          ends={["quicker", "slower"]}
          onChange={setPace}
        />
        <button type="button" class="att-button" disabled={!running} onClick={clock.stop}>
          Stop the clock <kbd aria-hidden="true">S</kbd>
        </button>
      </div>
    </div>
  );
}

interface HeldProps {
  began: boolean;
  go: { current: HTMLButtonElement | null };
  onStart(): void;
}

function Held({ began, go, onStart }: HeldProps) {
  return (
    <div class="att-row att-clock-held">
      <p>{began ? "The clock stands still, and your place is kept." : "The clock waits for you."}</p>
      <button type="button" class="att-button att-primary" ref={go} onClick={onStart}>
        {began ? "Go on" : "Start the clock"}
      </button>
    </div>
  );
}

/** The beat that comes by itself: it stands still in a pause, under the help and out of sight. */
import { useEffect, useState } from "preact/hooks";
import { useCard } from "../shared/card";

/** Seconds a beat lasts, to choose from; the slowest is ten times the usual. */
export const PACES = [1, 1.5, 2, 3, 4, 6, 8, 12, 20];
export const USUAL = PACES.indexOf(2);

export interface Clock {
  running: boolean;
  /** The card is paused or its help is open. */
  resting: boolean;
  start(): void;
  stop(): void;
}

/** Calls `onBeat` when a beat of so many seconds has gone by; each beat starts it anew. */
export function useClock(seconds: number, beat: number, onBeat: () => void): Clock {
  const { resting } = useCard();
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!running || resting) return undefined;
    const due = setTimeout(onBeat, 1000 * seconds);
    return () => clearTimeout(due);
  }, [running, resting, seconds, beat]);
  useEffect(() => {
    if (resting) setRunning(false);
  }, [resting]);
  useEffect(() => {
    const hide = (): void => {
      if (document.hidden) setRunning(false);
    };
    document.addEventListener("visibilitychange", hide);
    return () => document.removeEventListener("visibilitychange", hide);
  }, []);
  return { running, resting, start: () => setRunning(true), stop: () => setRunning(false) };
}

/** The voice, heard on a press and stopped by the next; nothing sounds by itself. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { usePaused } from "../shared/card";
import { tuneOf } from "./tune";
import { speak } from "./voice";

interface ListenProps {
  name: string;
  cues: Record<string, number>;
  pitch: number;
}

export function Listen({ name, cues, pitch }: ListenProps) {
  const stop = useRef<(() => void) | null>(null);
  const [sounding, setSounding] = useState(false);
  const paused = usePaused();
  const end = (): void => stop.current?.();
  useLayoutEffect(() => end, []); // the next meeting, or the way out
  useLayoutEffect(() => {
    if (paused) end();
  }, [paused]);
  const ended = (): void => {
    stop.current = null;
    setSounding(false);
  };
  const begin = (): void => {
    setSounding(true);
    stop.current = afterPaint(() => {
      stop.current = speak(tuneOf(cues), pitch, ended);
    }, ended);
  };
  if (!("AudioContext" in globalThis)) return <p class="att-note">This browser makes no sound; the words say the same.</p>;
  return (
    <button type="button" class="att-button" onClick={sounding ? end : begin}>
      {sounding ? "Stop" : `Hear ${name}'s voice`}
    </button>
  );
}

/**
 * Opening a machine's sound can take longer than a frame, so the button is drawn first. The
 * answer calls it off, and says so.
 */
function afterPaint(begin: () => void, calledOff: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(begin);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    calledOff();
  };
}

/** A mood on a slider: what the ring on the plane does, by other means. */
import { Guess } from "../shared/guess";
import { PLANE } from "./run";
import { mood } from "./words";

interface MoodSliderProps {
  label: string;
  whose: "helper" | "client";
  value: number;
  words?: (value: number) => string;
  onChange(value: number): void;
}

export function MoodSlider({ label, whose, value, words = mood, onChange }: MoodSliderProps) {
  const [min, max] = PLANE[whose];
  return (
    <Guess {...{ label, value, min, max, words, onChange }} step={0.05} ends={["very unpleasant", "very pleasant"]} />
  );
}

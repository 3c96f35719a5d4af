/** An exercise as a walk from stage to stage: its card, and the stage that is on. */
import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { Card } from "./card";
import type { Content, RecordPort } from "./contract";
import type { Key } from "./help";

/** What every stage is given: where the learner is, and the way to another place. */
export interface StageProps<C extends Content, P> {
  place: P;
  go(place: P): void;
  content: C;
  record: RecordPort;
}

interface StagedCardProps<C extends Content, P> {
  content: C;
  record: RecordPort;
  keys: Key[];
  made: string;
  scope: string;
  /** The first place, anew each time the learner goes back to it. */
  beginning(): P;
  /** Whether the pause offers to leave a place for the first one. */
  leavable(place: P): boolean;
  Stage: ComponentType<StageProps<C, P>>;
}

export function StagedCard<C extends Content, P extends { at: string }>(props: StagedCardProps<C, P>) {
  const { content, record, keys, made, scope, beginning, leavable, Stage } = props;
  const [place, setPlace] = useState<P>(beginning);
  const [first] = useState(place.at);
  const start = (): void => setPlace(beginning());
  return (
    <Card
      {...{ content, record, keys, made, scope }}
      introduced={place.at === first}
      onLeave={leavable(place) ? start : undefined}
      onErased={start}
    >
      <Stage place={place} go={setPlace} content={content} record={record} />
    </Card>
  );
}

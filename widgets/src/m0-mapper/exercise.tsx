/** Who attunes to whom: guess, sort, name the gap, compare. */
import { useState } from "preact/hooks";
import { Card } from "../shared/card";
import { newSeed } from "../shared/chance";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { SORTING_KEYS } from "../shared/sorting/sorter";
import type { MapperContent } from "./content";
import { Debrief } from "./debrief";
import { Naming } from "./naming";
import { Predict } from "./predict";
import { attemptOf, newRound, readRound, type Round } from "./round";
import { Sorting } from "./sorting";

type Place =
  | { at: "predict" }
  | { at: "sort"; round: Round }
  | { at: "name"; round: Round }
  | { at: "debrief"; round: Round };

const KEYS = [
  ...SORTING_KEYS,
  { key: "T", does: "turn a picture into a table and back, while it is in focus" },
  { key: "Esc", does: "close this help" },
];

const MADE =
  "Nothing is simulated here: it counts. Which readings are accepted was decided sentence by sentence for this course, with a note on each; the comparison shows all of them.";

export function Mapper({ content, record }: { content: MapperContent; record: RecordPort }) {
  const [place, setPlace] = useState<Place>({ at: "predict" });
  const start = (): void => setPlace({ at: "predict" });
  return (
    <Card
      content={content}
      record={record}
      keys={KEYS}
      made={MADE}
      scope="About a text. Not a test of you, and not marked."
      introduced={place.at === "predict"}
      onLeave={place.at === "sort" || place.at === "name" ? start : undefined}
      onErased={start}
    >
      <StageAt place={place} go={setPlace} content={content} record={record} />
    </Card>
  );
}

interface StageProps {
  place: Place;
  go(place: Place): void;
  content: MapperContent;
  record: RecordPort;
}

function StageAt({ place, go, content, record }: StageProps) {
  useRecord(record); // the keeper may name its learner late, and with it another draft
  const keep = (at: "sort" | "name", round: Round): void => {
    record.write("draft", round);
    go({ at, round });
  };
  if (place.at === "predict") {
    return (
      <Predict
        content={content}
        draft={readRound(content, record)}
        onBegin={(predicted) => keep("sort", newRound(content, predicted, newSeed()))}
        onContinue={(round) => go({ at: "sort", round })}
      />
    );
  }
  const { round } = place;
  if (place.at === "sort") {
    return (
      <Sorting
        content={content}
        sorting={round.sorting}
        onChange={(sorting) => keep("sort", { ...round, sorting })}
        onDone={() => keep("name", round)}
      />
    );
  }
  if (place.at === "name") {
    const finish = (gap: string): void => {
      const named = { ...round, gap };
      record.hand(attemptOf(content, named));
      record.drop("draft");
      go({ at: "debrief", round: named });
    };
    return <Naming content={content} sorting={round.sorting} onBack={() => keep("sort", round)} onName={finish} />;
  }
  return <Debrief content={content} round={round} onAgain={() => go({ at: "predict" })} />;
}

/** Who attunes to whom: guess, sort, name the gap, compare. */
import { newSeed } from "../shared/chance";
import type { RecordPort } from "../shared/contract";
import { useRecord } from "../shared/record_line";
import { SORTING_KEYS } from "../shared/sorting/sorter";
import { type StageProps as StageOf, StagedCard } from "../shared/staged_card";
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
  return (
    <StagedCard<MapperContent, Place>
      {...{ content, record }}
      keys={KEYS}
      made={MADE}
      scope="About a text. Not a test of you, and not marked."
      beginning={() => ({ at: "predict" })}
      leavable={({ at }) => at === "sort" || at === "name"}
      Stage={StageAt}
    />
  );
}

type StageProps = StageOf<MapperContent, Place>;

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

/** Last stage: what happened, beside what you expected, and how far the model reaches. */
import { TURNS } from "../generated/conversation.js";
import type { RecordPort } from "../shared/contract";
import { ChartView } from "../shared/chart_view";
import { Claims, Limits } from "../shared/evidence";
import { Actions, Stage } from "../shared/stage";
import { pictureOf } from "../shared/traces";
import type { DialogueContent } from "./content";
import { Counterfactual } from "./counterfactual";
import { Criteria } from "./criteria";
import { LevelsTable } from "./levels_table";
import { tracesOf } from "./live_traces";
import { Made } from "./made";
import { level, percent, type Prediction, type Run, summaryOf } from "./outcome";
import { Responses } from "./responses";
import { Transcript } from "./transcript";
import { against } from "./words";

interface DebriefProps {
  run: Run;
  content: DialogueContent;
  record: RecordPort;
  onAgain(): void;
  onAnother(): void;
}

export function Debrief({ run, content, record, onAgain, onAnother }: DebriefProps) {
  const { conversation } = run;
  const { name } = conversation.scenario.character;
  const summary = summaryOf(conversation);
  return (
    <Stage title={`What happened with ${name}`}>
      <ChartView
        size="full"
        picture={pictureOf(tracesOf(run, TURNS))}
        takeaway={takeawayOf(summary, run.prediction)}
        name="The conversation, turn by turn"
        table={<LevelsTable conversation={conversation} />}
      />
      <Criteria summary={summary} name={name} scenarios={content.scenarios} record={record} />
      <Responses summary={summary} />
      <Counterfactual conversation={conversation} acts={content.acts} />
      <Transcript conversation={conversation} acts={content.acts} />
      <Claims claims={content.claims} />
      <Limits exercise={content.exercise} />
      <Made files={content.source} />
      <Actions skippable={false}>
        <button type="button" class="att-button" onClick={onAnother}>Another person</button>
        <button type="button" class="att-button att-primary" onClick={onAgain}>
          Play again with {name}
        </button>
      </Actions>
    </Stage>
  );
}

/** The conversation in two sentences, beside the guess. */
export function takeawayOf(summary: { trust: number; outside: number }, guess: Prediction): string {
  const trust = `Trust ended at ${level(summary.trust)}${against(summary.trust, guess.trust)}.`;
  const share = `${percent(summary.outside)} of turns were outside the band${expected(summary.outside, guess.outside)}.`;
  return `${trust} ${share}`;
}

function expected(outside: number, guess: number): string {
  return Math.abs(outside - guess) < 0.005 ? ", as you had expected" : `; you had expected ${percent(guess)}`;
}

/** Last stage: how sure beside how right, where asking paid, what misled, and the weight of it. */
import { ASKED_WANTED, GROUPS, RELIABILITY_WANTED } from "../generated/shares.js";
import { type Criterion, CriteriaTable } from "../shared/criteria_table";
import { PartsTable } from "../shared/confidence/parts";
import { Claims, Limits } from "../shared/evidence";
import { LeversMoved } from "../shared/levers_moved";
import { Actions, Stage } from "../shared/stage";
import { AskingWeight } from "./asking_weight";
import { ChannelsAlone } from "./channels_alone";
import type { CueContent } from "./content";
import { Disclosure } from "./disclosure";
import { HadYou } from "./had_you";
import { Made } from "./made";
import { ReadingsTable } from "./readings_table";
import { askedShare, type Met, partsOf, type Run } from "./run";
import { Sureness } from "./sureness";
import { WaysMet } from "./ways_met";
import { WhereAsked } from "./where_asked";
import { percentOf } from "./words";

interface DebriefProps {
  run: Run;
  met: Met[];
  content: CueContent;
  onAgain(): void;
}

export function Debrief({ run, met, content, onAgain }: DebriefProps) {
  return (
    <Stage title="How sure, how right, and whom you asked">
      <Sureness run={run} met={met} />
      <section class="att-part" aria-label="The criteria">
        <CriteriaTable caption="What this exercise looks for" criteria={criteriaOf(run, met)} />
        <p>{criteriaWords(run, met)}</p>
      </section>
      <WhereAsked run={run} met={met} />
      <ChannelsAlone run={run} met={met} />
      <HadYou run={run} met={met} />
      <WaysMet met={met} content={content} />
      <AskingWeight />
      <LeversMoved levers={content.levers} />
      <PartsTable columns={[partsOf(run, met)]} heads={["Yours"]} note={PARTS_NOTE} />
      <section class="att-part" aria-label="All meetings">
        <Disclosure summary={`All ${met.length} meetings`}>
          {() => (
            <ReadingsTable readings={run.readings} met={met} content={content} caption="In the order in which you met" />
          )}
        </Disclosure>
      </section>
      <Claims claims={content.claims} />
      <Limits exercise={content.exercise} />
      <Made files={content.source} />
      <Actions skippable={false}>
        <button type="button" class="att-button att-primary" onClick={onAgain}>Meet eight people afresh</button>
      </Actions>
    </Stage>
  );
}

const PARTS_NOTE = `Each feeling in each meeting is one event; the score adds up the six, so 0 is best and 2 is worst. Shares below ${percentOf(GROUPS[0]!)}, up to ${percentOf(GROUPS[1]!)} and above are taken together, because with 24 reports finer groups would differ by chance alone. What is told apart within a group counts as resolution.`;

function criteriaOf(run: Run, met: Met[]): Criterion[] {
  const { reliability } = partsOf(run, met);
  const asked = askedShare(run, met);
  return [
    {
      name: "Reliability: how far your shares lie from what was reported",
      reached: reliability.toFixed(3),
      wanted: `${RELIABILITY_WANTED} or less`,
      met: reliability <= RELIABILITY_WANTED,
    },
    {
      name: "Asked, where the cues left it open",
      reached: percentOf(asked),
      wanted: `${percentOf(ASKED_WANTED)} or more`,
      met: asked >= ASKED_WANTED,
    },
  ];
}

/** Below this, readings tell hardly more than equal shares for all. */
const NOTHING_TOLD = 0.05;

function criteriaWords(run: Run, met: Met[]): string {
  const parts = partsOf(run, met);
  const told =
    parts.resolution < NOTHING_TOLD && parts.reliability <= RELIABILITY_WANTED
      ? "Equal shares for every feeling are reliable too, and tell nothing; yours come near that. "
      : "";
  return `${told}How often you guessed right is not among them: in this model nobody could know. With 24 meetings chance moves reliability: a reader who knew the model exactly would miss this mark in about one run of eight.`;
}

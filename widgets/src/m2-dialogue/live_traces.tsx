/** Arousal, trust and disclosure as they go, for those who want to see them. */
import { useMemo } from "preact/hooks";
import { BAND, outside } from "../generated/dialogue.js";
import { ChartView } from "../shared/chart_view";
import { pictureOf, type Traces } from "../shared/traces";
import { type Conversation, last, strains } from "./conversation";
import { LevelsTable } from "./levels_table";
import { level, type Run } from "./outcome";
import { trustWords } from "./words";

interface LiveTracesProps {
  run: Run;
  turns: number;
  shown: boolean;
  onToggle(): void;
}

export function LiveTraces({ run, turns, shown, onToggle }: LiveTracesProps) {
  const picture = useMemo(() => pictureOf(tracesOf(run, turns)), [run, turns]);
  return (
    <aside class="att-side" aria-label="Traces">
      {shown ? (
        <ChartView
          picture={picture}
          takeaway={nowWords(run.conversation)}
          name="Arousal, trust and disclosure by turn"
          table={<LevelsTable conversation={run.conversation} />}
        >
          <Toggle words="Hide the traces" onToggle={onToggle} />
        </ChartView>
      ) : (
        <Toggle words="Show the traces" onToggle={onToggle} />
      )}
    </aside>
  );
}

function Toggle({ words, onToggle }: { words: string; onToggle(): void }) {
  return (
    <button type="button" class="att-button att-quiet-button" onClick={onToggle}>
      {words}
    </button>
  );
}

export function tracesOf({ conversation, prediction }: Run, turns: number): Traces {
  const { clients } = conversation;
  return {
    turns,
    levels: {
      arousal: clients.map((client) => client.arousal),
      trust: clients.map((client) => client.trust),
      disclosure: clients.map((client) => client.disclosure),
    },
    band: [BAND[0]!, BAND[1]!],
    predicted: prediction.trust,
    strains: strains(clients),
  };
}

function nowWords({ clients }: Conversation): string {
  const now = last(clients);
  const place = outside(now.arousal) ? "outside the band" : "inside the band";
  return `Arousal ${level(now.arousal)}, ${place}. Trust ${level(now.trust)}, ${trustWords(now.trust)}. Disclosure ${level(now.disclosure)}.`;
}

/** What .03 says and what it does not, statement by statement; and how small it is. */
import { useMemo, useState } from "preact/hooks";
import { ChartView } from "../shared/chart_view";
import { Choices } from "../shared/confidence/choices";
import { FiguresTable } from "../shared/figures_table";
import type { Reading } from "./content";
import { CLOUD, cloudPicture, cloudWords, FIGURES, summaryOf } from "./clouds";
import type { Finished } from "./run";

export function ReadingsPart({ run, readings }: { run: Finished; readings: Reading[] }) {
  return (
    <section class="att-part" aria-label="What .03 says">
      <h4 class="att-subheading">What .03 says</h4>
      <p>You read {readingsWords(run, readings)} as they are to be read.</p>
      <dl class="att-terms">
        {readings.map(({ id, text, says, feedback }) => (
          <div key={id}>
            <dt>{text}</dt>
            <dd>
              <span class={run.readings[id] === says ? "att-met" : "att-unmet"}>
                {run.readings[id] === says ? "As you read it." : "You read it otherwise."}
              </span>
              {" "}{feedback}
            </dd>
          </div>
        ))}
      </dl>
      <Clouds />
    </section>
  );
}

function readingsWords(run: Finished, readings: Reading[]): string {
  const right = readings.filter(({ id, says }) => run.readings[id] === says).length;
  return right === readings.length ? `all ${right} statements` : `${right} of ${readings.length} statements`;
}

/** Invented pairs that go together exactly as much as each published figure says. */
function Clouds() {
  const [shown, setShown] = useState(FIGURES[0]!.id);
  const figure = FIGURES.find(({ id }) => id === shown)!;
  const picture = useMemo(() => cloudPicture(figure.r), [figure]);
  return (
    <>
      <div class="att-lab-three">
        <Choices
          legend={`Each figure as ${CLOUD} invented pairs of people`}
          choices={FIGURES.map(({ id, text }) => ({ value: id, text }))}
          chosen={shown}
          held={false}
          onChoose={setShown}
        />
      </div>
      <ChartView
        picture={picture}
        takeaway={cloudWords(figure.r)}
        name="A figure as a cloud of pairs"
        table={
          <FiguresTable
            caption="How many pairs lie where, of all"
            head={["How it went", "Less in step", "More in step"]}
            rows={summaryOf(picture)}
          />
        }
      />
    </>
  );
}

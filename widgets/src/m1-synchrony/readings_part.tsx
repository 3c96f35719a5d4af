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
      <table class="att-table att-lab-readings">
        <caption>Six statements, and whether the figure makes them</caption>
        <thead>
          <tr>
            <th scope="col">Statement</th>
            <th scope="col">You</th>
            <th scope="col">The figure</th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ id, text, says, feedback }) => (
            <tr key={id}>
              <th scope="row">
                {text} <span class="att-note">{feedback}</span>
              </th>
              <td>{saysWords(run.readings[id]!)}</td>
              <td class={run.readings[id] === says ? "att-met" : "att-unmet"}>{saysWords(says)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Clouds />
    </section>
  );
}

function saysWords(says: boolean): string {
  return says ? "says so" : "does not";
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

/** Meetings one by one: the scene, your shares, the person's own words. */
import type { CueContent } from "./content";
import type { Met, Reading } from "./run";
import { sceneOf, sharesWords, shareOfReport, stateName } from "./words";

interface ReadingsTableProps {
  readings: Reading[];
  met: Met[];
  content: CueContent;
  caption: string;
}

export function ReadingsTable({ readings, met, content, caption }: ReadingsTableProps) {
  return (
    <table class="att-table att-reports">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Met</th>
          <th scope="col">You gave</th>
          <th scope="col">They said</th>
        </tr>
      </thead>
      <tbody>
        {readings.map((reading, i) => (
          <Row key={i} reading={reading} met={met[i]!} content={content} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ reading, met, content }: { reading: Reading; met: Met; content: CueContent }) {
  return (
    <tr>
      <th scope="row">{sceneOf(met)}</th>
      <td>
        {sharesWords(content, reading)}
        {reading.asked ? <span class="att-report-note">You asked</span> : null}
      </td>
      <td>
        "{met.who.says[met.report]}"
        <span class="att-report-note">
          {stateName(content, met.report)}: you had given it {shareOfReport(reading, met)}%
        </span>
      </td>
    </tr>
  );
}

/** Sentence by sentence: where yours lies, which readings are accepted, and why. */
import { is_open, reading_fits } from "../generated/directions.js";
import type { MapperContent, Sentence } from "./content";
import type { Round } from "./round";

interface ReadingsProps {
  content: MapperContent;
  round: Round;
}

export function Readings({ content, round }: ReadingsProps) {
  const { placed } = round.sorting;
  const otherwise = content.directions.filter((one) => !reading_fits(one, placed[one.id]!));
  const rest = content.directions.filter((one) => !otherwise.includes(one));
  const open = rest.filter(is_open);
  const plain = rest.filter((one) => !is_open(one));
  return (
    <section class="att-part" aria-label="Sentence by sentence">
      <Group title="Read otherwise here" sentences={otherwise} {...{ content, round }}>
        Your reading is not among those accepted. The note says why; you may still be right.
      </Group>
      <Group title="Where readers may disagree" sentences={open} {...{ content, round }}>
        These allow several readings, and yours is one of them. They are why two careful readers
        can leave the text with different claims in mind.
      </Group>
      <details class="att-disclosure">
        <summary>Where one reading is accepted, and it is yours ({plain.length})</summary>
        <List sentences={plain} {...{ content, round }} />
      </details>
    </section>
  );
}

interface GroupProps extends ReadingsProps {
  title: string;
  sentences: Sentence[];
  children: string;
}

function Group({ title, sentences, content, round, children }: GroupProps) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h4 class="att-subheading">{title}</h4>
      <p>{children}</p>
      <List {...{ sentences, content, round }} />
    </>
  );
}

function List({ sentences, content, round }: ReadingsProps & { sentences: Sentence[] }) {
  const nameOf = (zone: string): string => content.zones.find(({ id }) => id === zone)!.name;
  return (
    <ul class="att-claims att-sentences">
      {sentences.map((one) => (
        <li key={one.id}>
          <p>{one.card}</p>
          <dl class="att-readings">
            <div><dt>You</dt><dd>{nameOf(round.sorting.placed[one.id]!)}</dd></div>
            <div><dt>Accepted</dt><dd>{one.accepted.map(nameOf).join(", or ")}</dd></div>
          </dl>
          <p class="att-note">{one.note}</p>
          <p class="att-claim-tag">
            <code>{one.id}</code> · <em>{one.status_words}</em>
          </p>
        </li>
      ))}
    </ul>
  );
}

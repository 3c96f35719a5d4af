/** "Had you asked something else": two other questions, the same person. */
import { useState } from "preact/hooks";
import { mean_error } from "../generated/perspective.js";
import { informed } from "../generated/readers.js";
import { useId } from "../shared/use_id";
import type { PerspectiveContent, Topic } from "./content";
import { personOf, type Run } from "./run";
import { points } from "./words";

export function OtherQuestions({ content, run }: { content: PerspectiveContent; run: Run }) {
  const { portrait, views } = personOf(content, run.seed, "getting");
  const { topics } = content;
  const ids = topics.map(({ id }) => id);
  const [other, setOther] = useState(() => ids.filter((id) => !run.asked.includes(id)).slice(0, 2));
  const offBy = (asked: string[]): string =>
    points(mean_error(informed(portrait.expected, topics, asked, views), views, ids));
  return (
    <section class="att-part" aria-label="Had you asked something else">
      <h4 class="att-subheading">Had you asked something else</h4>
      <div class="att-asked">
        {other.map((id, place) => (
          <Question
            key={place}
            label={place === 0 ? "First question" : "Second question"}
            topics={topics.filter((topic) => topic.id === id || !other.includes(topic.id))}
            chosen={id}
            onChoose={(next) => setOther(other.map((one, i) => (i === place ? next : one)))}
          />
        ))}
      </div>
      <p role="status">
        A reader who lets answers correct the portrait would have been {offBy(other)} off about
        {" "}{portrait.name} with these two, {offBy(run.asked)} with yours, and {offBy([])} with none.
      </p>
      <p class="att-note">
        Two questions on the same thing tell less than two on different things. This holds in this
        model; a person may surprise you with any answer.
      </p>
    </section>
  );
}

interface QuestionProps {
  label: string;
  topics: Topic[];
  chosen: string;
  onChoose(id: string): void;
}

function Question({ label, topics, chosen, onChoose }: QuestionProps) {
  const id = useId();
  return (
    <div class="att-asked-one">
      <label for={id}>{label}</label>
      <select id={id} class="att-select" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {topics.map((topic) => (
          <option key={topic.id} value={topic.id}>{topic.text}</option>
        ))}
      </select>
    </div>
  );
}

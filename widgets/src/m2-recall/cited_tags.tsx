/** Which of the article's citations a question is about. */
import type { Cited, Item } from "./content";

export function CitedTags({ item, cited }: { item: Item; cited: Record<string, Cited> }) {
  return (
    <>
      {item.citations.map((id) => (
        <span class="att-claim-tag att-change" key={id}>
          <code>c{cited[id]!.number}</code> · <em>{cited[id]!.as_cited}</em>
        </span>
      ))}
    </>
  );
}

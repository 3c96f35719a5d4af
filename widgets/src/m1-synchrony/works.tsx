/** The works that the lab's method and figures come from, each with how far it was checked. */
import type { Work } from "./content";

export function Works({ works }: { works: Work[] }) {
  return (
    <section class="att-part" aria-label="Where this comes from">
      <h4 class="att-subheading">Where this comes from</h4>
      <dl class="att-terms">
        {works.map(({ id, authors, year, where, finding, mark_words }) => (
          <div key={id}>
            <dt>{capital(authors)}, {year}</dt>
            <dd>{capital(where)}. {finding} <em>{capital(mark_words)}.</em></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function capital(words: string): string {
  return `${words[0]!.toUpperCase()}${words.slice(1)}`;
}

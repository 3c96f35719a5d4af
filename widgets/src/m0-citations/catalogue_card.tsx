/** A card of the catalogue: the citation, its sentence, and what looking for it turned up. */
import type { Card, CitationsContent, Work } from "./content";

interface CatalogueCardProps {
  card: Card;
  works: CitationsContent["works"];
}

export function CatalogueCard({ card, works }: CatalogueCardProps) {
  return (
    <article class="att-catalogue" aria-label={`Citation ${card.number}: ${card.as_cited}`}>
      <p class="att-cited">{card.as_cited}</p>
      <dl class="att-catalogue-facts">
        <div>
          <dt>Cited for</dt>
          <dd>{card.sentence}</dd>
        </div>
        <div>
          <dt>Looking for it</dt>
          <dd>{card.turned_up}</dd>
        </div>
        {card.entries.map(({ work, says }) => (
          <div key={work}>
            <dt>An entry</dt>
            <dd>
              <WorkLine work={works[work]!} />
              <span class="att-says">{says}</span>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** "Masten et al. (2004). Title. Journal. · checked in abstract" */
export function WorkLine({ work }: { work: Work }) {
  return (
    <span class="att-work">
      {work.authors} ({work.year}). {work.title ? <cite>{work.title}. </cite> : null}
      {work.where}. <em class="att-mark">{work.mark_words}</em>
    </span>
  );
}

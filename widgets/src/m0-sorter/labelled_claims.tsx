/** Each claim of a set with its status and what to make of it, beside the label you gave. */
import { percentOf } from "../shared/confidence/words";
import type { Card, SorterContent } from "./content";
import { acceptedFor, type Given } from "./run";

interface LabelledClaimsProps {
  given: Given[];
  cards: Card[];
  labels: SorterContent["labels"];
}

export function LabelledClaims({ given, cards, labels }: LabelledClaimsProps) {
  const pairs = given.map((each, i) => ({ given: each, card: cards[i]! }));
  const other = pairs.filter((pair) => !pair.given.right);
  const fitted = pairs.filter((pair) => pair.given.right);
  return (
    <section class="att-part" aria-label="The claims and what is known of them">
      <h4 class="att-subheading">The claims and what is known of them</h4>
      <Group name="Another label fits better" pairs={other} labels={labels} />
      <Group name="Your label fits" pairs={fitted} labels={labels} />
    </section>
  );
}

interface Pair {
  given: Given;
  card: Card;
}

function Group({ name, pairs, labels }: { name: string; pairs: Pair[]; labels: SorterContent["labels"] }) {
  if (pairs.length === 0) return null;
  return (
    <>
      <h5 class="att-group">{name}: {pairs.length}</h5>
      <ul class="att-claims">
        {pairs.map(({ given, card }) => (
          <li key={card.id}>
            <p class="att-claim-tag">
              <code>{card.id}</code> · <em>{card.status_words}</em>
            </p>
            <p>{card.statement}</p>
            <p class={given.right ? "att-met att-yours" : "att-unmet att-yours"}>
              {yourWords(given, card, labels)}
            </p>
            <p class="att-note">{card.summary} {card.teach}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** "You said supported, 70% sure. What fits: mixed or contested." */
export function yourWords(given: Given, card: Card, labels: SorterContent["labels"]): string {
  const names = acceptedFor(card).map((label) => nameOf(labels, label));
  const yours = nameOf(labels, given.label);
  const said = `You said ${yours}, ${percentOf(given.confidence)} sure.`;
  if (!given.right) return `${said} What fits: ${names.join(", or ")}.`;
  const too = names.filter((name) => name !== yours);
  return too.length > 0 ? `${said} It lies between: ${too.join(" and ")} fits too.` : said;
}

function nameOf(labels: SorterContent["labels"], label: string): string {
  return (labels[label]?.name ?? label).toLowerCase();
}

/** The counterfactual: every reference taken on trust, as most readers take them. */
import type { Card } from "./content";
import { existsFits, supportsFits } from "./run";

export function Trusting({ cards }: { cards: Card[] }) {
  return (
    <section class="att-part" aria-label="Had you taken them on trust">
      <h4 class="att-subheading">Had you taken them on trust</h4>
      <p>{trustingWords(cards)}</p>
    </section>
  );
}

/** What "yes" to everything comes to. */
export function trustingWords(cards: Card[]): string {
  const exist = cards.filter((card) => existsFits(card, "yes")).length;
  const borne = cards.filter((card) => supportsFits(card, "yes")).length;
  return `Had you said yes each time, as one does who does not look, you would have read ${exist} of ${cards.length} references and ${borne} of ${cards.length} sentences as the audit does. A name and a year in brackets look the same in every case.`;
}

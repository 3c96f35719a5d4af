/** What the audit found for one card: existence, support, and the works that come closest. */
import { ClaimList } from "../shared/evidence";
import { takeFocus } from "../shared/focus";
import { WorkLine } from "./catalogue_card";
import type { Card, CitationsContent } from "./content";
import type { Decided } from "./run";

interface AuditProps {
  decided: Decided;
  card: Card;
  content: CitationsContent;
}

export function Audit({ decided, card, content }: AuditProps) {
  return (
    <section class="att-feedback" tabIndex={-1} ref={takeFocus} aria-label="What the audit found">
      <p>{sameWords(decided)}</p>
      <p><strong>As cited?</strong> {card.exists_note}</p>
      <p><strong>The sentence?</strong> {card.supports_note}</p>
      {card.between ? <p>{card.between}</p> : null}
      <ClaimList claims={card.claims.map((id) => content.cited[id]!)} />
      <Closest card={card} works={content.works} />
    </section>
  );
}

export function Closest({ card, works }: { card: Card; works: CitationsContent["works"] }) {
  return (
    <div class="att-closest">
      <p><strong>What comes closest.</strong> {card.closest_note}</p>
      <ul>
        {card.closest.map((id) => (
          <li key={id}>
            <WorkLine work={works[id]!} />
            <span class="att-says">{works[id]!.finding}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Which of the two decisions the audit shares. */
export function sameWords({ exists_right, right }: Decided): string {
  if (exists_right && right) return "The audit reads it as you do, on both.";
  if (right) return "The audit reads the support as you do, and the reference otherwise.";
  if (exists_right) return "The audit reads the reference as you do, and the support otherwise.";
  return "The audit reads both otherwise.";
}

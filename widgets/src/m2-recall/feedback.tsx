/** What to say about an answer: on the one chosen, on the one that fits, on the evidence. */
import type { Claim } from "../shared/contract";
import { ClaimList } from "../shared/evidence";
import { takeFocus } from "../shared/focus";
import { CitedTags } from "./cited_tags";
import type { Cited, Item } from "./content";
import type { Given } from "./round";

interface FeedbackProps {
  item: Item;
  given: Given;
  claims: Claim[];
  cited: Record<string, Cited>;
}

export function Feedback({ item, given, claims, cited }: FeedbackProps) {
  const chosen = item.options[given.option]!;
  const fitting = item.options.filter((option) => option.right && option !== chosen);
  return (
    <section class="att-feedback" tabIndex={-1} ref={takeFocus} aria-label="What is known">
      <p class="att-quoted">You chose: {chosen.text}</p>
      <p>{chosen.feedback}</p>
      {given.right
        ? null
        : fitting.map((option) => (
            <div class="att-fitting" key={option.text}>
              <p class="att-quoted">Fits best: {option.text}</p>
              <p>{option.feedback}</p>
            </div>
          ))}
      {item.organisational ? (
        <p>
          <strong>What a workplace can do.</strong> {item.organisational}
        </p>
      ) : null}
      {item.citations.length > 0 ? <p><CitedTags item={item} cited={cited} /></p> : null}
      {item.claims.length > 0 ? <ClaimList claims={claims.filter(({ id }) => item.claims.includes(id))} /> : null}
    </section>
  );
}

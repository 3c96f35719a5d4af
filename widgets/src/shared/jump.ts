/** From a link to an exercise's card on the same page. */

/** The id of an exercise's card. */
export function cardId(exercise: string): string {
  return `exercise-${exercise}`;
}

/** Bring an exercise's card into sight and give it the focus; false where it is not on the page. */
export function jumpTo(exercise: string): boolean {
  const card = document.getElementById(cardId(exercise));
  if (!card) return false;
  card.tabIndex = -1; // it can be landed on, and is no stop of its own on the way by Tab
  card.focus({ preventScroll: true });
  card.scrollIntoView?.({ block: "start" });
  return true;
}

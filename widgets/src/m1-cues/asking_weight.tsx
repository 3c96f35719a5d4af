/** Asking is not free for the one who is asked. */

export function AskingWeight() {
  return (
    <section class="att-part" aria-label="Asking has a weight">
      <h4 class="att-subheading">Asking has a weight</h4>
      <p>
        Here a question costs you a turn and them nothing. It is not so outside. Being asked how one
        feels can be a welcome or a search, and whoever has power over hours, money or a place to
        live asks with all of that in hand. So ask for leave first, say why you ask, and take "I
        would rather not say" as a whole answer. What you hear is theirs: no lever, no anecdote, no
        entry in a form without their knowing.
      </p>
      <p>
        The same skill can be used on people and not for them. Reading somebody in order to sell, to
        interrogate or to grade is what this exercise is not for.
      </p>
    </section>
  );
}

/** Who can move a lever: one person, and beside each a team or an employer. */

export interface MovedLever {
  id: string;
  name: string;
  about: string;
  /** What one person can try, and what a team or an employer can change. */
  person: string;
  organisation: string;
}

export function LeversMoved({ levers }: { levers: MovedLever[] }) {
  return (
    <section class="att-part" aria-label="Who can move a lever">
      <h4 class="att-subheading">Who can move a lever</h4>
      <dl class="att-movers">
        {levers.map(({ id, name, about, person, organisation }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd class="att-mover-about">{about}</dd>
            <dd><span class="att-who">One person</span> {person}</dd>
            <dd><span class="att-who">A team or an employer</span> {organisation}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

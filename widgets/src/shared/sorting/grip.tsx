/** What a finger drags a card by. For the eye and the finger only: keys do not need it. */
export function Grip() {
  return (
    <span class="att-grip" data-grip aria-hidden="true">
      <svg viewBox="0 0 12 20" width="12" height="20">
        {[4, 10, 16].flatMap((y) => [3, 9].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.5" />))}
      </svg>
    </span>
  );
}

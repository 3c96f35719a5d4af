/** How strongly each is pulled: the two settings of the plane. */
import { useId } from "../shared/use_id";

export function PullChoice({ strong, onChoose }: { strong: boolean; onChoose(strong: boolean): void }) {
  const id = useId();
  return (
    <p class="att-field">
      <label for={id}>Pulls</label>
      <select
        id={id}
        class="att-select"
        value={strong ? "strong" : "halved"}
        onChange={(event) => onChoose(event.currentTarget.value === "strong")}
      >
        <option value="strong">strong on both (2 and 2)</option>
        <option value="halved">half on the client (2 and 1)</option>
      </select>
    </p>
  );
}

/** How it is, why, and the test that would fail if it were otherwise. */
import { takeFocus } from "../shared/focus";
import type { Statement } from "./content";
import type { Said } from "./walk";

export function Proof({ statement, said }: { statement: Statement; said: Said }) {
  return (
    <section class="att-feedback" tabIndex={-1} ref={takeFocus} aria-label="How it is">
      <p>
        <strong>{statement.holds ? "True." : "False."}</strong>{" "}
        {said.right ? "It is as you expected." : "You expected otherwise."}
      </p>
      <p>{statement.because}</p>
      <ProvedBy statement={statement} />
    </section>
  );
}

export function ProvedBy({ statement }: { statement: Statement }) {
  return (
    <p class="att-note att-proof">
      Held to it by the test <code>{statement.proved_by}</code>
    </p>
  );
}

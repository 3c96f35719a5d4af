/** The traces as a table: the same numbers as the picture, a row a turn. */
import { outside } from "../generated/dialogue.js";
import { type Conversation, strainedAt } from "./conversation";
import { level } from "./outcome";

export function LevelsTable({ conversation }: { conversation: Conversation }) {
  const { clients } = conversation;
  return (
    <table class="att-table att-levels">
      <caption>Levels by turn, arbitrary units</caption>
      <thead>
        <tr>
          <th scope="col">Turn</th>
          <th scope="col">Arousal</th>
          <th scope="col">Trust</th>
          <th scope="col">Disclosure</th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {clients.map((client, turn) => (
          <tr key={turn}>
            <th scope="row">{turn === 0 ? "start" : turn}</th>
            <td>{level(client.arousal)}</td>
            <td>{level(client.trust)}</td>
            <td>{level(client.disclosure)}</td>
            <td>{notesOn(conversation, turn).join(", ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function notesOn({ clients }: Conversation, turn: number): string[] {
  return [
    ...(outside(clients[turn]!.arousal) ? ["outside the band"] : []),
    ...(turn > 0 && strainedAt(clients, turn) ? ["strain"] : []),
  ];
}

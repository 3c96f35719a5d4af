/** What the audit comes to, beside what was expected. */
import type { Card } from "./content";

export interface Borne {
  whole: number;
  part: number;
  of: number;
}

export function bornOut(cards: Card[]): Borne {
  const how = (supports: string): number => cards.filter((card) => card.supports === supports).length;
  return { whole: how("yes"), part: how("partly"), of: cards.length };
}

export function expectedWords(expected: number, { whole, part, of }: Borne): string {
  const audit = `By the audit ${numberWords(whole)} of ${of} bears out its sentence as it stands, and ${numberWords(part)} in part`;
  return expected === whole + part ? `${audit}, as you had expected.` : `${audit}; you had expected ${expected}.`;
}

function numberWords(number: number): string {
  return number === 0 ? "none" : String(number);
}

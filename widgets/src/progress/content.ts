/** What the list of a module is given, and what the kernel says of the record. */

/** One exercise of the module, from the catalogue. */
export interface Listed {
  id: string;
  title: string;
  minutes: number;
}

export interface ProgressContent {
  module: { id: string; title: string };
  /** In the module's order. */
  exercises: Listed[];
}

/** What the record holds of one exercise. */
export interface Count {
  id: string;
  /** Attempts in the record. */
  tried: number;
  /** Whether what it looks for was ever reached; null untried, or where it looks for nothing. */
  reached: boolean | null;
}

/** The counts in a message of the kernel, or null where it brings none. */
export function countsIn(message: object): Count[] | null {
  return "exercises" in message ? (message.exercises as Count[]) : null;
}

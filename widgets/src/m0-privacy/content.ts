/** What the privacy walk-through is given: statements, true or false of this software. */
import type { Content } from "../shared/contract";

export interface Statement {
  id: string;
  statement: string;
  holds: boolean;
  because: string;
  /** The test that would fail if it were otherwise. */
  proved_by: string;
}

export interface PrivacyContent extends Content {
  statements: Statement[];
  source: Record<string, string>;
}

/** What the evidence sorter is given: claims to label, and the labels in words. */
import type { Claim, Content } from "../shared/contract";

export interface Card extends Claim {
  summary: string;
}

export interface Label {
  name: string;
  about: string;
}

export interface SorterContent extends Content {
  /** Every claim that can be drawn. */
  cards: Card[];
  /** By id, in the order shown. */
  labels: Record<string, Label>;
  source: Record<string, string>;
}

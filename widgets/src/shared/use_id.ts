/**
 * An id that nothing else on the page has.
 *
 * Each exercise brings a view library of its own, whose `useId` counts from nought. With two
 * exercises on a page their labels would meet, and radios of one join a group of the other.
 */
import { useState } from "preact/hooks";
import { newId } from "./chance";

export function useId(): string {
  return useState(() => `att-${newId()}`)[0];
}

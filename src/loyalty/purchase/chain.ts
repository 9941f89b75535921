import type { Sale } from '../sale';

/** Sales by id, as they were read. A sale that is not among them does not exist. */
export type KnownSales = ReadonlyMap<string, Sale>;

/** How many sales are followed from one to the next. Longer chains arise only while several sales join at the same instant. */
export const LONGEST_CHAIN = 5;

/** The sale that `sale` counts by in the end: itself, as a rule. Null for a circle, which the elder of its sales opens. */
export function endOfChain(known: KnownSales, sale: Sale): Sale | null {
  let at = sale;
  for (let steps = 0; steps < LONGEST_CHAIN; steps += 1) {
    const { duplicateOf } = at.purchase;
    const next = duplicateOf === null ? undefined : known.get(duplicateOf);
    if (!next) return at;
    at = next;
  }
  return null;
}

import type { BenefitType, Lot } from './lot';

/**
 * The account of what one sale gave one customer by one rule. `granted − taken` is what the customer really has of it;
 * `letOff` and `lapsed` say how much of that is more than deserved and will not be asked for (R23, R24).
 */
export interface Grant {
  saleId: string;
  customerId: string;
  ruleId: string;
  type: BenefitType;
  programVersion: number;
  /** Number of lots made so far: the next lot's revision is one more (R22). */
  lots: number;
  /** Number of times value was taken back so far; part of the natural keys of those entries. */
  clawbacks: number;
  granted: number;
  /** What was really taken back: reversed lots of this or another sale, or debt. */
  taken: number;
  /** What could not be collected and was let off. */
  letOff: number;
  /** What had expired unused when it would have been taken: it counts as taken back, and nobody owes it. */
  lapsed: number;
  /** Under `to_zero`, what was let off is collected when value comes back to this sale's lots (R24). */
  collectsLater: boolean;
}

/** What the customer holds of a grant: everything given less everything really taken. */
export function heldOf(grant: Grant): number {
  return grant.granted - grant.taken;
}

/** Those of `lots` that are the grant's own: all of the same sale and type, its rule's first (R23), else in the order given. */
export function ownLots(lots: readonly Lot[], grant: Grant): Lot[] {
  const own = lots.filter((lot) => lot.saleId === grant.saleId && lot.type === grant.type);
  return [
    ...own.filter((lot) => lot.ruleId === grant.ruleId),
    ...own.filter((lot) => lot.ruleId !== grant.ruleId),
  ];
}

/** A fixed order, by sale and then rule, so that nothing depends on the order in which grants were loaded. */
export function byRule(a: Grant, b: Grant): number {
  if (a.saleId !== b.saleId) return a.saleId < b.saleId ? -1 : 1;
  return a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0;
}

import type { Lot, LotType } from './lot';

/**
 * What one sale gave one customer by one rule, and what has become of it. All amounts are cents, points or uses of a voucher, as
 * `type` says. `granted − taken` is what the customer really got of it; `letOff` and `lapsed` say how much of that is more than
 * the sale deserves and will not be asked for (R23, R24).
 */
export interface Grant {
  saleId: string;
  customerId: string;
  ruleId: string;
  type: LotType;
  programVersion: number;
  /** Local month of the sale, `YYYY-MM`, which caps per month count by (R14). */
  month: string;
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
  /** What was let off is collected when value comes back to this sale's lots: under `to_zero` (R24), and for a voucher (R27). */
  collectsLater: boolean;
}

/** What the customer really got of a grant: everything given less everything taken back. */
export function netGranted(grant: Grant): number {
  return grant.granted - grant.taken;
}

/** What the sale deserved by this rule when it was last settled: what the customer got, less what is not asked for. */
export function settledAmount(grant: Grant): number {
  return netGranted(grant) - grant.letOff - grant.lapsed;
}

/** What of a grant counts against a cap per month: all that was given and neither taken back nor lapsed (R14). */
export function countedForMonth(grant: Grant): number {
  return netGranted(grant) - grant.lapsed;
}

/**
 * Those of `lots` that are the grant's own: all of the same sale and type, its rule's first (R23), else in the order given.
 * A voucher is nobody's but its rule's (R19).
 */
export function ownLots(lots: readonly Lot[], grant: Grant): Lot[] {
  const own = lots.filter((lot) => lot.saleId === grant.saleId && lot.type === grant.type);
  if (grant.type === 'voucher') return own.filter((lot) => lot.ruleId === grant.ruleId);
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

import type { BenefitType, Bucket } from '..';
import type { Instant } from '../../basis';

/**
 * What one customer's entries come to up to some point, where the entries after it are replayed upon it instead of upon nothing.
 * Only of customers who were never merged with another: their lots have been in no other ledger. Plain JSON.
 */
export interface ReplayState {
  /** The last entry; null: there was none. */
  last: { key: string; at: Instant } | null;
  /** By lot that was issued. */
  buckets: Record<string, Record<Bucket, number>>;
  debt: Record<BenefitType, number>;
  /** What was taken back less what was given again, by grant (`grantKey`). */
  taken: Record<string, number>;
  /** The entries of each redemption, by name in order (`stepName`). */
  steps: Record<string, string[]>;
  /** Lots of which was decided that they end when they say, or go on. Absent: of none, or an earlier version has kept the rest. */
  decided?: string[];
}

/** Before the first entry. */
export function nothingReplayed(): ReplayState {
  return { last: null, buckets: {}, debt: { cashback: 0, points: 0 }, taken: {}, steps: {} };
}

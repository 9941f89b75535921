import type { Bucket, Lot } from '../ledger';
import type { Sale, SaleStatus } from './sale';

/**
 * What became of a sale's benefit. What the source says comes first, then which purchase the sale tells of, then whose it
 * is; only of a sale that counts and has an owner do the lots decide.
 * @param lots the owner's lots of this sale, as the clock has them
 */
export function saleStatus(
  sale: Pick<Sale, 'source' | 'purchase' | 'owner'>,
  lots: readonly Lot[],
): SaleStatus {
  return statusAtSource(sale) ?? statusOfPurchase(sale) ?? statusOfLots(sale, lots);
}

function statusAtSource({ source }: Pick<Sale, 'source'>): SaleStatus | null {
  switch (source.status) {
    case 'refused':
      return 'refused';
    case 'cancelled':
    case 'missing':
      return 'cancelled';
    case 'open':
      return 'waiting';
    case 'completed':
      return null;
  }
}

/** One source that cancels a purchase cancels it for every source that tells of it. */
function statusOfPurchase({ purchase }: Pick<Sale, 'purchase'>): SaleStatus | null {
  if (purchase.duplicateOf !== null) return 'duplicate';
  if (purchase.reviewId !== null) return 'in_review';
  return purchase.tellings.some(({ cancelled }) => cancelled) ? 'cancelled' : null;
}

function statusOfLots({ owner }: Pick<Sale, 'owner'>, lots: readonly Lot[]): SaleStatus {
  if (owner.customerId === null) return 'unidentified';
  const holds = (bucket: Bucket): boolean => lots.some((lot) => lot.buckets[bucket] > 0);
  if (holds('active') || holds('reserved')) return 'active';
  if (holds('pending')) return 'pending';
  if (holds('spent')) return 'used';
  if (holds('expired')) return 'expired';
  return holds('reversed') ? 'used' : 'no_benefit';
}

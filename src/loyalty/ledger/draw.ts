import type { Move } from './entry';
import type { Bucket, Lot } from './lot';

/**
 * Moves of up to `amount` from one bucket to another over the lots in the order given.
 * `drawn` is less than `amount` where the lots do not hold enough.
 */
export function draw(
  lots: readonly Lot[],
  amount: number,
  from: Bucket,
  to: Bucket,
): { moves: Move[]; drawn: number } {
  const moves: Move[] = [];
  let drawn = 0;
  for (const lot of lots) {
    const part = Math.min(lot.buckets[from], amount - drawn);
    if (part <= 0) continue;
    moves.push({ lotId: lot.id, from, to, amount: part });
    drawn += part;
  }
  return { moves, drawn };
}

/** Σ of one bucket over lots. */
export function sumBucket(lots: readonly Lot[], bucket: Bucket): number {
  return lots.reduce((sum, lot) => sum + lot.buckets[bucket], 0);
}

import { floor, rational, times } from '../basis';
import type { SaleItem } from '../basis';

/**
 * Splits an amount over lines in proportion to their weights, by largest remainder; equal remainders go to the
 * earlier line (R8). The shares are integers and sum to `total` exactly, except that with no positive weight there is
 * nothing to split by and all shares are 0. A negative weight counts as 0.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const parts = weights.map((weight) => BigInt(Math.max(0, weight)));
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  if (whole === 0n) return weights.map(() => 0);
  const amount = BigInt(total);
  const shares = parts.map((part, index) => ({
    index,
    share: (amount * part) / whole,
    remainder: (amount * part) % whole,
  }));
  const left = Number(amount - shares.reduce((sum, { share }) => sum + share, 0n));
  const favoured = [...shares]
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, left);
  const extra = new Set(favoured.map(({ index }) => index));
  return shares.map(({ index, share }) => Number(share) + (extra.has(index) ? 1 : 0));
}

/**
 * Splits net goods over the lines of a sale (R8). A negative line (an exchange, R53) has no share: it takes from the lines of
 * its own product, the earlier first, and what is left of it has lowered the goods for all lines alike.
 */
export function lineShares(
  goodsCents: number,
  items: readonly Pick<SaleItem, 'sku' | 'totalCents'>[],
): number[] {
  const weights = items.map(({ totalCents }) => Math.max(0, totalCents));
  for (const { sku, totalCents } of items) {
    let back = Math.max(0, -totalCents);
    if (sku === '') continue;
    for (const [index, item] of items.entries()) {
      const taken = item.sku === sku ? Math.min(back, weights[index]!) : 0;
      weights[index]! -= taken;
      back -= taken;
    }
  }
  return largestRemainder(goodsCents, weights);
}

/**
 * What a sale still deserves of `earned` after returns, `floor(E′ · (T′ − C) / T′)` (R20). Computed from the total
 * returned so far, so it never drifts: everything returned leaves exactly 0. Goods worth 0 deserve nothing; a return of
 * more than the goods counts as everything (R21).
 */
export function deservedAfterReturns(earned: number, goodsCents: number, returnedCents: number): number {
  const kept = goodsCents - Math.max(0, returnedCents);
  if (goodsCents <= 0 || kept <= 0) return 0;
  return floor(times(rational(earned), rational(kept, goodsCents)));
}

import { floor, rational, times } from '../basis';

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
 * What a sale still deserves of `earned` after returns, `floor(E′ · (T′ − C) / T′)` (R20). Computed from the total
 * returned so far, so it never drifts: everything returned leaves exactly 0. Goods worth 0 deserve nothing; a return of
 * more than the goods counts as everything (R21).
 */
export function deservedAfterReturns(earned: number, goodsCents: number, returnedCents: number): number {
  const kept = goodsCents - Math.max(0, returnedCents);
  if (goodsCents <= 0 || kept <= 0) return 0;
  return floor(times(rational(earned), rational(kept, goodsCents)));
}

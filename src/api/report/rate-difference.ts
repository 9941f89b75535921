/** Part of a whole: so many of so many. */
export interface Share {
  part: number;
  whole: number;
}

/** A difference of two rates, and between which bounds it lies with 95 % confidence; in basis points. */
export interface RateDifference {
  bps: number;
  lowBps: number;
  highBps: number;
}

/** The standard normal quantile of 97.5 %. */
const Z = 1.959964;

/**
 * By how much the first rate is above the second, with the hybrid score interval without continuity correction, which holds for small
 * groups and for rates of 0 and 1 (R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in
 * Medicine 17, 1998, method 10). Null: one of the groups is empty.
 */
export function rateDifference(first: Share, second: Share): RateDifference | null {
  if (first.whole === 0 || second.whole === 0) return null;
  const [one, other] = [score(first), score(second)];
  const difference = one.rate - other.rate;
  return {
    bps: bps(difference),
    lowBps: bps(difference - Math.hypot(one.rate - one.low, other.high - other.rate)),
    highBps: bps(difference + Math.hypot(one.high - one.rate, other.rate - other.low)),
  };
}

/** A rate with its score interval (E. B. Wilson, 1927). */
function score({ part, whole }: Share): { rate: number; low: number; high: number } {
  const rate = part / whole;
  const spread = Z * Math.sqrt((rate * (1 - rate)) / whole + Z ** 2 / (4 * whole ** 2));
  const [middle, size] = [rate + Z ** 2 / (2 * whole), 1 + Z ** 2 / whole];
  return { rate, low: Math.max(0, (middle - spread) / size), high: Math.min(1, (middle + spread) / size) };
}

/** Never -0, which JSON would write as 0 and a test tell apart. */
function bps(rate: number): number {
  return Math.round(rate * 10_000) + 0;
}

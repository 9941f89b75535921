import type { Instant } from '../basis';
import type { SaleNotices } from '../sale';

/**
 * What is remembered of a notice after an attempt to give it: that it was given, or when the first of its channels is to be
 * tried again.
 * @param retries the channels that wait or failed for a passing reason, by when to try each again; none: the notice is dealt with
 * @param untold nobody can have heard of it by any channel
 */
export function afterAttempt(
  { given, postponed }: Pick<SaleNotices, 'given' | 'postponed'>,
  key: string,
  retries: readonly Instant[],
  untold: boolean,
): Partial<Pick<SaleNotices, 'given' | 'postponed'>> {
  const others = postponed.filter((other) => other.key !== key);
  return retries.length > 0
    ? { postponed: [...others, { key, at: Math.min(...retries), ...(untold ? { untold } : {}) }] }
    : { given: [...new Set([...given, key])], postponed: others };
}

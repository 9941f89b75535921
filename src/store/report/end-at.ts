import type { LotDoc } from '../ledger';
import { notAfter } from '../mongo';

/** The end of a lot by the clock: what nobody was reminded of goes on, whether or not that was written down. */
export function endAt(
  { expiresAt, fairUntil }: Pick<LotDoc, 'expiresAt'> & { fairUntil?: Date | undefined },
  now: Date,
): Date | null {
  return expiresAt !== null && expiresAt <= now && fairUntil !== undefined && fairUntil > now
    ? fairUntil
    : expiresAt;
}

/** What has reached its end by `now` and goes on until an instant in a range after that, as long as it is not written down. */
export function goingOn(now: Date, until: object): Record<'expiresAt' | 'fairUntil', object> {
  return { expiresAt: { $gt: new Date(1), ...notAfter(now) }, fairUntil: until };
}

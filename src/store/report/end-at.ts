import type { LotDoc } from '../ledger';

/** The end of a lot by the clock: what nobody was reminded of goes on, whether or not that was written down. */
export function endAt(
  { expiresAt, fairUntil }: Pick<LotDoc, 'expiresAt'> & { fairUntil?: Date | undefined },
  now: Date,
): Date | null {
  return expiresAt !== null && expiresAt <= now && fairUntil !== undefined && fairUntil > now
    ? fairUntil
    : expiresAt;
}

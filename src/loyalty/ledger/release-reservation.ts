import { parseDuration, usableThrough } from '../calendar';
import type { Instant } from '../basis';
import { settleArrivals } from './arrivals';
import type { Book } from './book';
import type { Cause } from './entry';
import type { Redemption } from './redemption';

/**
 * Gives a reserved amount back unused, each part to the lot it came from. A lot whose end has passed meanwhile can be used for
 * the grace; the others keep their end (R34). @param state `expired` where time alone released it
 */
export function releaseReservation(
  book: Book,
  redemption: Redemption,
  at: Instant,
  state: 'released' | 'expired',
  cause: Cause,
): void {
  const key = `release/${redemption.id}`;
  const why: Cause = { ...cause, redemptionId: redemption.id };
  const grace = parseDuration(redemption.terms.graceAfterRollback);
  const lots = redemption.draws.map(({ lotId }) => book.lot(lotId));
  book.post(redemption.type, {
    type: 'RELEASE',
    key,
    at,
    cause: why,
    moves: redemption.draws.map(({ lotId, amount }) => ({ lotId, from: 'reserved', to: 'active', amount })),
  });
  for (const lot of lots) {
    if (lot.expiresAt !== null && lot.expiresAt <= at) book.extend(lot, usableThrough(at, grace, lot.zone));
  }
  book.changeRedemption(redemption, { state, closedAt: at });
  settleArrivals(book, redemption.type, lots, { key, at, cause: why });
}

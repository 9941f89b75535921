import { parseDuration, usableThrough } from '../calendar';
import type { Instant } from '../basis';
import type { Book, Cause, MovedBy, Redemption } from '../ledger';
import { settleArrivals, catchUp, releaseReservation } from '../ledger';
import { Refusal } from '../basis';
import { saleNamed } from './named-sale';
import type { NamedSale } from './named-sale';

/**
 * Uses what was reserved. Confirming twice gives the same answer (R33).
 * @param sales those it may name: the one it does is kept with it, unless one is already (R46)
 * @throws Refusal `reservation_expired` after a release, by hand or by time; `invalid_request` in any other state
 */
export function confirm(
  book: Book,
  redemption: Redemption,
  cause: Cause,
  now: Instant,
  sales: readonly NamedSale[],
): Redemption {
  catchUp(book, now);
  if (redemption.state === 'confirmed') return redemption;
  if (redemption.state === 'released' || redemption.state === 'expired')
    throw new Refusal('reservation_expired');
  if (redemption.state !== 'reserved') throw wrongState(redemption);
  book.post(redemption.type, {
    type: 'SPEND',
    key: `spend/${redemption.id}`,
    at: now,
    cause: { ...cause, redemptionId: redemption.id },
    moves: redemption.draws.map(({ lotId, amount }) => ({ lotId, from: 'reserved', to: 'spent', amount })),
  });
  const saleId = redemption.saleId ?? saleNamed({ ...redemption, confirmedAt: now }, sales)?.id ?? null;
  book.changeRedemption(redemption, { state: 'confirmed', confirmedAt: now, saleId });
  return redemption;
}

/** Releases a reservation. Releasing twice gives the same answer (R33). @throws Refusal `invalid_request` in any other state */
export function release(book: Book, redemption: Redemption, cause: Cause, now: Instant): Redemption {
  catchUp(book, now);
  if (redemption.state === 'released') return redemption;
  if (redemption.state !== 'reserved') throw wrongState(redemption);
  releaseReservation(book, redemption, now, 'released', cause);
  return redemption;
}

/**
 * Undoes a use, through the end of the local date of confirmation + `rollbackWindow` (R33).
 * @throws Refusal `already_rolled_back`, `rollback_window_closed`, or `invalid_request` for what was never confirmed
 */
export function rollback(book: Book, redemption: Redemption, cause: Cause, now: Instant): Redemption {
  catchUp(book, now);
  if (redemption.state === 'rolled_back') throw new Refusal('already_rolled_back');
  if (redemption.state !== 'confirmed' || redemption.confirmedAt === null) throw wrongState(redemption);
  const window = parseDuration(redemption.terms.rollbackWindow);
  if (now >= usableThrough(redemption.confirmedAt, window, redemption.zone))
    throw new Refusal('rollback_window_closed');
  giveBack(book, redemption, cause, now);
  return redemption;
}

/**
 * What a cancelled sale was paid with goes back (R25): a confirmed redemption is undone whatever its window, an open one
 * is released, any other is left as it is.
 */
export function refund(book: Book, redemption: Redemption, saleId: string, now: Instant, by?: MovedBy): void {
  catchUp(book, now);
  const cause: Cause = { kind: 'sale', saleId, ...by };
  if (redemption.state === 'confirmed') giveBack(book, redemption, cause, now);
  else if (redemption.state === 'reserved') releaseReservation(book, redemption, now, 'released', cause);
}

/** What was spent goes back to the lots it came from, and can be used at least through the grace (R34). */
function giveBack(book: Book, redemption: Redemption, cause: Cause, now: Instant): void {
  const key = `rollback/${redemption.id}`;
  const why: Cause = { ...cause, redemptionId: redemption.id };
  const grace = parseDuration(redemption.terms.graceAfterRollback);
  const lots = redemption.draws.map(({ lotId }) => book.lot(lotId));
  book.post(redemption.type, {
    type: 'ROLLBACK',
    key,
    at: now,
    cause: why,
    moves: redemption.draws.map(({ lotId, amount }) => ({ lotId, from: 'spent', to: 'active', amount })),
  });
  for (const lot of lots) book.extend(lot, usableThrough(now, grace, lot.zone));
  book.changeRedemption(redemption, { state: 'rolled_back', closedAt: now });
  settleArrivals(book, redemption.type, lots, { key, at: now, cause: why });
}

function wrongState(redemption: Redemption): Refusal {
  return new Refusal('invalid_request', { state: redemption.state });
}

import type { Instant } from '../basis';
import type { Book } from './book';
import { settleArrivals } from './arrivals';
import type { Cause } from './entry';
import type { Lot } from './lot';
import { byConsumption } from './lot';
import type { Redemption } from './redemption';
import { releaseReservation } from './release-reservation';

const CLOCK: Cause = { kind: 'clock' };

/** What has become due and not been done. At one instant lots are activated, then lots expire, then reservations are released (R1). */
type Due =
  | { order: 0; at: Instant; activate: Lot }
  | { order: 1; at: Instant; expire: Lot }
  | { order: 2; at: Instant; release: Redemption };

/**
 * Does everything that time alone has decided up to `now`, each thing at the instant it was due (R42), in order.
 * However often or seldom this is called, the same entries come out (R45); every operation calls it first.
 */
export function catchUp(book: Book, now: Instant): void {
  for (let due = nextDue(book, now); due; due = nextDue(book, now)) {
    if (due.order === 0) activate(book, due.activate, due.at);
    else if (due.order === 1) expire(book, due.expire, due.at);
    else releaseReservation(book, due.release, due.at, 'expired', CLOCK);
  }
}

/** Turns a pending lot active; what the customer owes is paid from it first. */
export function activate(book: Book, lot: Lot, at: Instant): void {
  const key = `activate/${lot.id}`;
  book.post(lot.type, {
    type: 'ACTIVATE',
    key,
    at,
    cause: CLOCK,
    programVersion: lot.programVersion,
    ruleId: lot.ruleId,
    moves: [{ lotId: lot.id, from: 'pending', to: 'active', amount: lot.buckets.pending }],
  });
  settleArrivals(book, lot.type, [lot], { key, at, cause: CLOCK });
}

/** A lot can expire again after something came back to it, even at one instant: its key counts what had expired before. */
function expire(book: Book, lot: Lot, at: Instant): void {
  book.post(lot.type, {
    type: 'EXPIRE',
    key: `expire/${lot.id}/${lot.buckets.expired}`,
    at,
    cause: CLOCK,
    programVersion: lot.programVersion,
    ruleId: lot.ruleId,
    moves: [{ lotId: lot.id, from: 'active', to: 'expired', amount: lot.buckets.active }],
  });
}

function nextDue(book: Book, now: Instant): Due | undefined {
  let next: Due | undefined;
  const consider = (due: Due): void => {
    if (due.at <= now && (!next || comesBefore(due, next))) next = due;
  };
  for (const lot of book.wallet.lots) {
    if (lot.buckets.pending > 0) consider({ order: 0, at: lot.activatesAt, activate: lot });
    if (lot.buckets.active > 0 && lot.expiresAt !== null)
      consider({ order: 1, at: lot.expiresAt, expire: lot });
  }
  for (const redemption of book.wallet.redemptions) {
    if (redemption.state === 'reserved')
      consider({ order: 2, at: redemption.reservedUntil, release: redemption });
  }
  return next;
}

function comesBefore(a: Due, b: Due): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.order !== b.order) return a.order < b.order;
  if (a.order === 0 && b.order === 0) return byConsumption(a.activate, b.activate) < 0;
  if (a.order === 1 && b.order === 1) return byConsumption(a.expire, b.expire) < 0;
  if (a.order === 2 && b.order === 2) return a.release.id < b.release.id;
  return false;
}

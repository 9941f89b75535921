import type { Instant } from '../basis';
import { Book } from './book';
import { settleArrivals } from './arrivals';
import type { Cause } from './entry';
import type { Lot } from './lot';
import { byConsumption, endAsThingsStand } from './lot';
import type { Redemption } from './redemption';
import type { Wallet } from './wallet';
import { releaseReservation } from './release-reservation';

const CLOCK: Cause = { kind: 'clock' };
const UNREMINDED = 'Nenhum canal aceitou o aviso de vencimento a tempo';

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
  const { lots, redemptions } = book.wallet;
  const dues = [...dueOfLots(lots, now), ...dueOfRedemptions(redemptions, now)].sort(byOrder);
  for (let next = 0; next < dues.length; next += 1) {
    const due = dues[next]!;
    if (!isStillDue(due)) continue;
    for (const more of dueOfLots(decide(book, due), now)) dues.splice(placeOf(more, dues, next + 1), 0, more);
  }
}

/** A copy of the wallet as the clock has it at `now`, whether or not the timers have run (R1); the wallet given is not changed. */
export function bookAt(wallet: Wallet, now: Instant): Book {
  const book = new Book(structuredClone(wallet));
  catchUp(book, now);
  return book;
}

/** Does what was due. Answers the lots in which something may have become due by it. */
function decide(book: Book, due: Due): Lot[] {
  if (due.order === 0) activate(book, due.activate, due.at);
  else if (due.order === 1) reachEnd(book, due.expire, due.at);
  else releaseReservation(book, due.release, due.at, 'expired', CLOCK);
  if (due.order === 2) return due.release.draws.map(({ lotId }) => book.lot(lotId));
  return [due.order === 0 ? due.activate : due.expire];
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

/**
 * A lot expires, or goes on once where its reminder is still owed. It can expire again after something came back to it, even at one
 * instant: its key counts what had expired before.
 */
export function reachEnd(book: Book, lot: Lot, at: Instant): void {
  const { id, programVersion, ruleId, buckets, expiresAt } = lot;
  const end = endAsThingsStand(lot);
  const goesOn = end !== null && end !== expiresAt;
  if (goesOn) delete lot.fairUntil;
  if (goesOn) book.extend(lot, end);
  book.post(lot.type, {
    type: goesOn ? 'EXTEND' : 'EXPIRE',
    key: goesOn ? `extend/${id}` : `expire/${id}/${buckets.expired}`,
    at,
    cause: goesOn ? { ...CLOCK, reason: UNREMINDED } : CLOCK,
    programVersion,
    ruleId,
    moves: [{ lotId: id, from: 'active', to: goesOn ? 'active' : 'expired', amount: buckets.active }],
  });
}

function dueOfLots(lots: readonly Lot[], now: Instant): Due[] {
  const dues: Due[] = [];
  for (const lot of lots) {
    const { activatesAt, expiresAt, buckets } = lot;
    if (buckets.pending > 0 && activatesAt <= now) dues.push({ order: 0, at: activatesAt, activate: lot });
    if (buckets.active > 0 && expiresAt !== null && expiresAt <= now)
      dues.push({ order: 1, at: expiresAt, expire: lot });
  }
  return dues;
}

function dueOfRedemptions(redemptions: readonly Redemption[], now: Instant): Due[] {
  return redemptions
    .filter(({ state, reservedUntil }) => state === 'reserved' && reservedUntil <= now)
    .map((redemption) => ({ order: 2, at: redemption.reservedUntil, release: redemption }));
}

/** What came before may have used a lot up, or given it a later end. */
function isStillDue(due: Due): boolean {
  if (due.order === 0) return due.activate.buckets.pending > 0;
  if (due.order === 1) return due.expire.buckets.active > 0 && due.expire.expiresAt === due.at;
  return due.release.state === 'reserved';
}

/** Where it belongs among what is due in order, at `from` or after it. */
function placeOf(due: Due, dues: readonly Due[], from: number): number {
  let [low, high] = [from, dues.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comesBefore(due, dues[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function byOrder(a: Due, b: Due): number {
  return comesBefore(a, b) ? -1 : comesBefore(b, a) ? 1 : 0;
}

function comesBefore(a: Due, b: Due): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.order !== b.order) return a.order < b.order;
  if (a.order === 0 && b.order === 0) return byConsumption(a.activate, b.activate) < 0;
  if (a.order === 1 && b.order === 1) return byConsumption(a.expire, b.expire) < 0;
  if (a.order === 2 && b.order === 2) return a.release.id < b.release.id;
  return false;
}

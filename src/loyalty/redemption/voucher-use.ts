import { parseDuration, usableThrough } from '../calendar';
import type { Instant, Zone } from '../basis';
import { catchUp, redemptionCause, faceOfLot, voucherState } from '../ledger';
import type { Book, Cause, Lot, Redemption, RedemptionTerms } from '../ledger';
import { Refusal } from '../basis';
import { openReservation, voucherUses, voucherLot } from './voucher-uses';
import { voucherDiscount } from './voucher-discount';
import { confirm, release, rollback } from './confirm';
import { refKey } from './named-sale';
import type { NamedSale } from './named-sale';
import { refuseSale, refuseUnusable } from './voucher-refusals';
import type { VoucherSale } from './voucher-refusals';

/** What staff ask for when a voucher is to be used. */
export interface VoucherUse extends VoucherSale, Pick<Cause, 'keyId'> {
  /** Id of the redemption this makes. */
  id: string;
  code: string;
  saleRef: string | null;
  operator: string | null;
  /** The program's settings and time zone at this moment (R33). */
  terms: RedemptionTerms;
  zone: Zone;
  /** The sales that `saleRef` may name. */
  sales: readonly NamedSale[];
}

/**
 * Reserves one use. The wallet must hold the voucher's lot and every redemption of it.
 * @throws Refusal in the order of R36
 */
export function reserveVoucher(book: Book, use: VoucherUse, now: Instant): Redemption {
  catchUp(book, now);
  const lot = voucherLot(book, use.code);
  if (openReservation(book, use.code)) throw new Refusal('voucher_reserved');
  refuseUnusable(lot);
  refuseSale(lot, use);
  const redemption = newRedemption(book, lot, use, now);
  book.post('voucher', {
    type: 'RESERVE',
    key: `reserve/${use.id}`,
    at: now,
    cause: redemptionCause(redemption, use),
    programVersion: lot.programVersion,
    ruleId: lot.ruleId,
    moves: [{ lotId: lot.id, from: 'active', to: 'reserved', amount: 1 }],
  });
  book.addRedemption(redemption);
  return redemption;
}

/**
 * Uses the voucher: its own reservation, if the same sale made it, even past the voucher's date (R36); else at once.
 * The discount is that of the sale as it is now (R37). @throws Refusal in the order of R36
 */
export function redeemVoucher(book: Book, use: VoucherUse, now: Instant): Redemption {
  catchUp(book, now);
  const lot = voucherLot(book, use.code);
  const reserved = openReservation(book, use.code);
  if (!reserved) return spend(book, reserveVoucher(book, use, now), use, now);
  if (!isForSale(reserved, use.saleRef)) throw new Refusal('voucher_reserved');
  refuseSale(lot, use);
  const { saleTotalCents } = use;
  const { discountCents } = voucherDiscount(faceOfLot(lot), saleTotalCents);
  book.changeRedemption(reserved, { saleTotalCents, discountCents });
  return spend(book, reserved, use, now);
}

/** Lets the voucher's reservation go; of `ref`, the id of a use, that one. Twice gives the same answer (R33). @throws Refusal */
export function releaseVoucher(
  book: Book,
  code: string,
  cause: Cause,
  now: Instant,
  ref: string | null = null,
): Redemption {
  catchUp(book, now);
  const uses = voucherUses(book, code);
  const latest = uses.find(({ id }) => id === ref) ?? openReservation(book, code) ?? uses.at(-1);
  if (!latest) throw neverUsed(book, code);
  return release(book, latest, cause, now);
}

/** Undoes the latest use, or of those that `ref` means: one by its own id, or those for a sale; null: any. @throws Refusal */
export function rollbackVoucher(
  book: Book,
  code: string,
  ref: string | null,
  cause: Cause,
  now: Instant,
): Redemption {
  catchUp(book, now);
  const uses = voucherUses(book, code).filter((use) => ref === null || use.id === ref || isForSale(use, ref));
  const latest =
    uses.findLast(({ state }) => state === 'confirmed') ??
    uses.findLast(({ state }) => state === 'rolled_back');
  if (!latest) throw neverUsed(book, code);
  return rollback(book, latest, cause, now);
}

/** Whether staff name the same sale as when the use was made: by the same reference, or by the id of the sale it is kept with. */
function isForSale(use: Redemption, saleRef: string | null): boolean {
  if (use.saleRef === null || saleRef === null) return use.saleRef === saleRef;
  return use.saleId === saleRef || refKey(use.saleRef) === refKey(saleRef);
}

function spend(book: Book, redemption: Redemption, use: VoucherUse, now: Instant): Redemption {
  return confirm(book, redemption, redemptionCause({ ...use, id: redemption.id }, use), now, use.sales);
}

function newRedemption(book: Book, lot: Lot, use: VoucherUse, now: Instant): Redemption {
  return {
    id: use.id,
    customerId: book.wallet.customerId,
    type: 'voucher',
    amount: 1,
    discountCents: voucherDiscount(faceOfLot(lot), use.saleTotalCents).discountCents,
    state: 'reserved',
    draws: [{ lotId: lot.id, amount: 1 }],
    reservedAt: now,
    reservedUntil: usableThrough(now, parseDuration(use.terms.reservation), use.zone),
    confirmedAt: null,
    closedAt: null,
    zone: use.zone,
    terms: use.terms,
    saleTotalCents: use.saleTotalCents,
    freightCents: 0,
    saleRef: use.saleRef,
    saleId: null,
    useNumber: voucherUses(book, use.code).length + 1,
    operator: use.operator,
    storeId: use.storeId,
    lastCall: use.id,
  };
}

function neverUsed(book: Book, code: string): Refusal {
  return new Refusal('invalid_request', { voucherState: voucherState(voucherLot(book, code)) });
}

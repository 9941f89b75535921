import { lastUsableDate, localDate, parseDuration, usableThrough } from '../calendar';
import type { Instant, LocalDate } from '../instant';
import { discountOf } from '../voucher';
import type { VoucherFace } from '../voucher';
import { Book, LedgerError } from './book';
import { catchUp } from './catch-up';
import { confirm, release, rollback } from './confirm';
import type { Cause } from './entry';
import type { Lot } from './lot';
import { causeOfRedemption } from './redemption';
import type { Redemption, RedemptionTerms } from './redemption';
import { Refusal } from './refusal';
import type { Wallet } from './wallet';

/** What a voucher is in at a moment (R38). */
export const VOUCHER_STATES = ['pending', 'active', 'reserved', 'redeemed', 'expired', 'cancelled'] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

/** A voucher as the clock has it. `usesLeft` counts what is reserved too: it has not been used yet. */
export interface VoucherView extends VoucherFace {
  customerId: string;
  saleId: string | null;
  ruleId: string | null;
  state: VoucherState;
  uses: number;
  usesLeft: number;
  activatesOn: LocalDate;
  /** Last date of use; null: it never expires. */
  expiresOn: LocalDate | null;
}

/** What staff ask for when a voucher is to be used. */
export interface VoucherUse {
  /** Id of the redemption this makes. */
  id: string;
  code: string;
  saleTotalCents: number;
  saleRef: string | null;
  operator: string | null;
  storeId: string | null;
  terms: RedemptionTerms;
}

/** The vouchers among a wallet's lots as the clock has them at `now`, oldest first; the wallet given is not changed. */
export function vouchersAt(wallet: Wallet, now: Instant): VoucherView[] {
  const book = new Book(structuredClone(wallet));
  catchUp(book, now);
  return book
    .lotsOf('voucher')
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map(viewOf);
}

/**
 * Reserves one use. The wallet must hold the voucher's lot and every redemption of it.
 * @throws Refusal in the order of R36
 */
export function reserveVoucher(book: Book, use: VoucherUse, now: Instant): Redemption {
  catchUp(book, now);
  const lot = voucherIn(book, use.code);
  if (openReservation(book, use.code)) throw new Refusal('voucher_reserved');
  refuseUnusable(lot);
  refuseSale(lot, use);
  const redemption = newRedemption(book, lot, use, now);
  book.post('voucher', {
    type: 'RESERVE',
    key: `reserve/${use.id}`,
    at: now,
    cause: causeOfRedemption(redemption),
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
  const lot = voucherIn(book, use.code);
  const reserved = openReservation(book, use.code);
  if (!reserved) return spend(book, reserveVoucher(book, use, now), use, now);
  if (reserved.saleRef !== use.saleRef) throw new Refusal('voucher_reserved');
  refuseSale(lot, use);
  book.changeRedemption(reserved, {
    saleTotalCents: use.saleTotalCents,
    discountCents: discountOf(faceIn(lot), use.saleTotalCents).discountCents,
    lastCall: use.id,
  });
  return spend(book, reserved, use, now);
}

/** Lets the voucher's reservation go. Twice gives the same answer (R33). @throws Refusal */
export function releaseVoucher(book: Book, code: string, cause: Cause, now: Instant): Redemption {
  catchUp(book, now);
  const latest = openReservation(book, code) ?? usesOf(book, code).at(-1);
  if (!latest) throw neverUsed(book, code);
  return release(book, latest, cause, now);
}

/** Undoes the latest use, or the latest for one sale. @throws Refusal */
export function rollbackVoucher(
  book: Book,
  code: string,
  saleRef: string | null,
  cause: Cause,
  now: Instant,
): Redemption {
  catchUp(book, now);
  const uses = usesOf(book, code).filter((use) => saleRef === null || use.saleRef === saleRef);
  const latest =
    uses.findLast(({ state }) => state === 'confirmed') ??
    uses.findLast(({ state }) => state === 'rolled_back');
  if (!latest) throw neverUsed(book, code);
  return rollback(book, latest, cause, now);
}

/** Why a voucher could not be used for a sale now; null where it could. Looks without changing anything. */
export function whyNot(
  wallet: Wallet,
  use: Pick<VoucherUse, 'code' | 'saleTotalCents' | 'storeId'>,
  now: Instant,
): Refusal | null {
  const book = new Book(structuredClone(wallet));
  catchUp(book, now);
  try {
    if (openReservation(book, use.code)) throw new Refusal('voucher_reserved');
    const lot = voucherIn(book, use.code);
    refuseUnusable(lot);
    refuseSale(lot, use);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** A voucher's state by its buckets, which the clock must have been let into before. */
export function voucherStateOf({ amount, buckets }: Lot): VoucherState {
  if (buckets.reserved > 0) return 'reserved';
  if (buckets.pending > 0) return 'pending';
  if (buckets.active > 0) return 'active';
  if (buckets.spent === amount) return 'redeemed';
  return buckets.reversed > 0 ? 'cancelled' : 'expired';
}

function spend(book: Book, redemption: Redemption, use: VoucherUse, now: Instant): Redemption {
  return confirm(book, redemption, causeOfRedemption({ ...use, id: redemption.id }), now);
}

function viewOf(lot: Lot): VoucherView {
  const { pending, active, reserved } = lot.buckets;
  return {
    ...faceIn(lot),
    customerId: lot.customerId,
    saleId: lot.saleId,
    ruleId: lot.ruleId,
    state: voucherStateOf(lot),
    uses: lot.amount,
    usesLeft: pending + active + reserved,
    activatesOn: localDate(lot.activatesAt, lot.zone),
    expiresOn: lot.expiresAt === null ? null : lastUsableDate(lot.expiresAt, lot.zone),
  };
}

function refuseUnusable(lot: Lot): void {
  switch (voucherStateOf(lot)) {
    case 'redeemed':
      throw new Refusal('voucher_already_redeemed');
    case 'cancelled':
      throw new Refusal('voucher_cancelled');
    case 'pending':
      throw new Refusal('voucher_not_active_yet', { activatesOn: localDate(lot.activatesAt, lot.zone) });
    case 'expired':
      throw new Refusal(
        'voucher_expired',
        lot.expiresAt === null ? {} : { expiredOn: lastUsableDate(lot.expiresAt, lot.zone) },
      );
    case 'active':
    case 'reserved':
  }
}

function refuseSale(
  lot: Lot,
  { saleTotalCents, storeId }: Pick<VoucherUse, 'saleTotalCents' | 'storeId'>,
): void {
  if (!Number.isSafeInteger(saleTotalCents) || saleTotalCents < 0)
    throw new Refusal('invalid_request', { saleTotalCents });
  const { minSaleCents, stores } = faceIn(lot);
  if (saleTotalCents < minSaleCents) throw new Refusal('below_min_sale', { minSaleCents, saleTotalCents });
  if (stores !== null && (storeId === null || !stores.includes(storeId)))
    throw new Refusal('wrong_store', { stores: stores.join(', ') });
}

function newRedemption(book: Book, lot: Lot, use: VoucherUse, now: Instant): Redemption {
  return {
    id: use.id,
    customerId: book.wallet.customerId,
    type: 'voucher',
    amount: 1,
    voucherCode: use.code,
    discountCents: discountOf(faceIn(lot), use.saleTotalCents).discountCents,
    state: 'reserved',
    draws: [{ lotId: lot.id, amount: 1 }],
    reservedAt: now,
    reservedUntil: usableThrough(now, parseDuration(use.terms.reservation), lot.zone),
    confirmedAt: null,
    closedAt: null,
    zone: lot.zone,
    terms: use.terms,
    saleTotalCents: use.saleTotalCents,
    freightCents: 0,
    saleRef: use.saleRef,
    operator: use.operator,
    storeId: use.storeId,
    lastCall: use.id,
  };
}

function usesOf(book: Book, code: string): Redemption[] {
  return book.wallet.redemptions
    .filter(({ voucherCode }) => voucherCode === code)
    .sort((a, b) => a.reservedAt - b.reservedAt || (a.confirmedAt ?? 0) - (b.confirmedAt ?? 0));
}

function openReservation(book: Book, code: string): Redemption | undefined {
  return usesOf(book, code).find(({ state }) => state === 'reserved');
}

function neverUsed(book: Book, code: string): Refusal {
  return new Refusal('invalid_request', { voucherState: voucherStateOf(voucherIn(book, code)) });
}

function voucherIn(book: Book, code: string): Lot {
  const lot = book.lotsOf('voucher').find(({ voucher }) => voucher?.code === code);
  if (!lot) throw new LedgerError('The voucher is not in this wallet: load it before using it.');
  return lot;
}

function faceIn(lot: Lot): VoucherFace {
  if (!lot.voucher) throw new LedgerError(`Lot ${lot.id} is a voucher without a face.`);
  return lot.voucher;
}

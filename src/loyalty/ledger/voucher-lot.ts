import type { VoucherFace } from './voucher-face';
import { LedgerError } from './book';
import type { Book } from './book';
import type { Lot } from './lot';
import type { Redemption } from './redemption';

/** What a voucher is in at a moment (R38). */
export const VOUCHER_STATES = ['pending', 'active', 'reserved', 'redeemed', 'expired', 'cancelled'] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

/** A voucher's state by its buckets, which the clock must have been let into before. */
export function voucherStateOf({ amount, buckets }: Lot): VoucherState {
  if (buckets.reserved > 0) return 'reserved';
  if (buckets.pending > 0) return 'pending';
  if (buckets.active > 0) return 'active';
  if (buckets.spent === amount) return 'redeemed';
  return buckets.reversed > 0 ? 'cancelled' : 'expired';
}

/** The lot of a voucher that the wallet must hold. @throws LedgerError */
export function voucherIn(book: Book, code: string): Lot {
  const lot = book.lotsOf('voucher').find(({ voucher }) => voucher?.code === code);
  if (!lot) throw new LedgerError('The voucher is not in this wallet: load it before using it.');
  return lot;
}

/** What a voucher is worth. @throws LedgerError for a voucher's lot that does not say what it is worth: a defect */
export function faceIn(lot: Lot): VoucherFace {
  if (!lot.voucher) throw new LedgerError(`Lot ${lot.id} is a voucher without a face.`);
  return lot.voucher;
}

/** Every use that was made of a voucher, oldest first. */
export function usesOf(book: Book, code: string): Redemption[] {
  return book.wallet.redemptions
    .filter(({ voucherCode }) => voucherCode === code)
    .sort((a, b) => a.reservedAt - b.reservedAt || (a.confirmedAt ?? 0) - (b.confirmedAt ?? 0));
}

/** The one use that is reserved now. */
export function openReservation(book: Book, code: string): Redemption | undefined {
  return usesOf(book, code).find(({ state }) => state === 'reserved');
}

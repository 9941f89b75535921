import type { VoucherFace } from './voucher-face';
import { LedgerError } from './ledger-error';
import type { Lot } from './lot';

/** The states of a voucher (R38). */
export const VOUCHER_STATES = ['pending', 'active', 'reserved', 'redeemed', 'expired', 'cancelled'] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

/** A voucher's state by its buckets. Call `catchUp` before: what time has decided must be in them. */
export function voucherState({ amount, buckets }: Lot): VoucherState {
  if (buckets.reserved > 0) return 'reserved';
  if (buckets.pending > 0) return 'pending';
  if (buckets.active > 0) return 'active';
  if (buckets.spent === amount) return 'redeemed';
  return buckets.reversed > 0 ? 'cancelled' : 'expired';
}

/** What a voucher is worth. @throws LedgerError for a voucher's lot that does not say what it is worth: a defect */
export function faceOfLot(lot: Lot): VoucherFace {
  if (!lot.voucher) throw new LedgerError(`Lot ${lot.id} is a voucher without a face.`);
  return lot.voucher;
}

import { lastUsableDate, localDate } from '../calendar';
import type { Instant } from '../basis';
import { bookAt, faceOfLot, voucherState } from '../ledger';
import type { Lot, Wallet } from '../ledger';
import { Refusal } from '../basis';
import { openReservation, voucherLot } from './voucher-uses';

/** The sale on which a voucher is to be used. `saleTotalCents` is what the customer owes, freight included; `storeId` null: no store. */
export interface VoucherSale {
  saleTotalCents: number;
  storeId: string | null;
}

/** Why a voucher could not be used for a sale now; null where it could. Looks without changing anything. */
export function voucherRefusal(
  wallet: Wallet,
  use: VoucherSale & { code: string },
  now: Instant,
): Refusal | null {
  const book = bookAt(wallet, now);
  try {
    if (openReservation(book, use.code)) throw new Refusal('voucher_reserved');
    const lot = voucherLot(book, use.code);
    refuseUnusable(lot);
    refuseSale(lot, use);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** @throws Refusal for a voucher that can no longer, or not yet, be used (R36) */
export function refuseUnusable(lot: Lot): void {
  switch (voucherState(lot)) {
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

/** @throws Refusal for a sale, or a store, that the voucher is not for (R36) */
export function refuseSale(lot: Lot, { saleTotalCents, storeId }: VoucherSale): void {
  if (!Number.isSafeInteger(saleTotalCents) || saleTotalCents < 0)
    throw new Refusal('invalid_request', { saleTotalCents });
  const { minSaleCents, stores } = faceOfLot(lot);
  if (saleTotalCents < minSaleCents) throw new Refusal('below_min_sale', { minSaleCents, saleTotalCents });
  if (stores !== null && (storeId === null || !stores.includes(storeId)))
    throw new Refusal('wrong_store', { stores: stores.join(', ') });
}

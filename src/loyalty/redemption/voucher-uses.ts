import { isUseOf, LedgerError } from '../ledger';
import type { Book, Lot, Redemption } from '../ledger';

/** The lot of a voucher that the wallet must hold. @throws LedgerError */
export function voucherLot(book: Book, code: string): Lot {
  const lot = book.lotsByUse('voucher').find(({ voucher }) => voucher?.code === code);
  if (!lot) throw new LedgerError('The voucher is not in this wallet: load it before using it.');
  return lot;
}

/** Every use of a voucher, which the wallet must hold, in the order they were made: within a millisecond by number, where they have one. */
export function voucherUses(book: Book, code: string): Redemption[] {
  const { id } = voucherLot(book, code);
  return book.wallet.redemptions
    .filter((redemption) => isUseOf(redemption, id))
    .sort(
      (a, b) =>
        a.reservedAt - b.reservedAt ||
        (a.useNumber ?? 0) - (b.useNumber ?? 0) ||
        (a.confirmedAt ?? 0) - (b.confirmedAt ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** The one use that is reserved now. */
export function openReservation(book: Book, code: string): Redemption | undefined {
  return voucherUses(book, code).find(({ state }) => state === 'reserved');
}

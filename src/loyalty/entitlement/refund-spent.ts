import type { Instant } from '../basis';
import { redemptionCents } from '../ledger';
import type { Book, Redemption } from '../ledger';
import type { Program } from '../program';
import { refund } from '../redemption';
import type { SaleRecord } from './sale-record';

/** What a sale that has just come to be over was paid with, and gets back before anything is taken (R25). */
export function refundable(program: Program | null, redemptions: readonly Redemption[]): Redemption[] {
  if (program?.returns.refundSpent === false) return [];
  return redemptions.filter(({ state }) => state === 'confirmed' || state === 'reserved');
}

/**
 * Undoes a redemption, in its customer's wallet, because the sale it named is over. @returns the sales that earned what came
 * back, as far as sales did
 */
export function refundIn(book: Book, redemptionId: string, sale: SaleRecord, now: Instant): string[] {
  const redemption = book.wallet.redemptions.find(({ id }) => id === redemptionId);
  if (!redemption) return [];
  refund(book, redemption, sale.id, now, sale.by);
  return redemption.draws.flatMap(({ lotId }) => book.lot(lotId).saleId ?? []);
}

/** Uses of the sale's own customer that are undone, whoever has undone them. */
export function undoneUses({ customerId }: SaleRecord, redemptions: readonly Redemption[]): Redemption[] {
  return redemptions.filter((one) => one.state === 'rolled_back' && one.customerId === customerId);
}

/** What uses were worth, in cents. */
export function worth(uses: readonly Redemption[]): number {
  return uses.reduce((sum, use) => sum + redemptionCents(use), 0);
}

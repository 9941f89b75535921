import type { Sale } from '../../loyalty';
import { otherSaleOf } from '../../store';
import type { Message, Store } from '../../store';

/** What is shown with a sale and is not part of it. */
export interface BesideSale {
  /** What was sent about it, oldest first. */
  messages: readonly Message[];
  /** The sale it is, or may be, the same purchase as; null: none. */
  other: Sale | null;
}

/** Reads what is shown beside a sale. One that nobody was told of and that stands alone costs no read. */
export async function readBeside(store: Store, sale: Sale): Promise<BesideSale> {
  const { merchantId, id, notices } = sale;
  const told = notices.given.length + notices.postponed.length > 0;
  return {
    messages: told ? await store.messages.ofSale(merchantId, id) : [],
    other: await otherSaleOf(store, sale),
  };
}

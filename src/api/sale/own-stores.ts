import type { Sale } from '../../loyalty';
import type { Caller, Store } from '../../store';
import { ownStores } from '../http';

/** The sale, if it is one of the caller's stores; one that is not is none for them. */
export async function ownSale(
  store: Pick<Store, 'shops'>,
  caller: Caller,
  sale: Sale | null,
): Promise<Sale | null> {
  const stores = sale && (await ownStores(store, caller));
  if (!stores) return sale;
  const { storeId } = sale.content;
  return storeId !== null && stores.includes(storeId) ? sale : null;
}

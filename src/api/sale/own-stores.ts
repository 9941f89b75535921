import type { Sale } from '../../loyalty';
import type { Caller, Store } from '../../store';
import { namesOfStore, ownStores } from '../http';

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

/** By what names the sales of the store that is asked for go, as far as it is one of the caller's; undefined: of every store. */
export async function storesAsked(
  store: Pick<Store, 'shops'>,
  caller: Caller,
  storeId: string | undefined,
): Promise<readonly string[] | undefined> {
  const own = await ownStores(store, caller);
  if (storeId === undefined) return own ?? undefined;
  const asked = await namesOfStore(store, caller.merchantId, storeId);
  return own === null ? asked : asked.filter((name) => own.includes(name));
}

import type { Sale } from '../../loyalty';
import type { Caller, Store } from '../../store';
import { namesOfStore, ownStores } from '../http';

/** Stands for no store: of Bling’s orders those without a sales channel. */
const NO_STORE = 'none';

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

/** What the sales of the store that is asked for say as theirs, as far as it is one of the caller's; null: nothing; undefined: of every store. */
export async function storesAsked(
  store: Pick<Store, 'shops'>,
  caller: Caller,
  storeId: string | undefined,
): Promise<readonly (string | null)[] | undefined> {
  const own = await ownStores(store, caller);
  if (storeId === undefined) return own ?? undefined;
  if (storeId === NO_STORE) return own === null ? [null] : [];
  const asked = await namesOfStore(store, caller.merchantId, storeId);
  return own === null ? asked : asked.filter((name) => own.includes(name));
}

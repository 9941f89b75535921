import type { Sale } from '../../loyalty';
import type { Caller, Store } from '../../store';

/**
 * What sales of a caller's stores say as their store: its id, or the channels of Bling that mean it. null: the caller sees those of
 * every store.
 */
export async function ownStores(
  { shops }: Pick<Store, 'shops'>,
  { merchantId, actor }: Caller,
): Promise<readonly string[] | null> {
  if (actor.kind === 'key' || actor.storeIds === null) return null;
  const own = new Set(actor.storeIds);
  const all = await shops.list(merchantId);
  return [...own, ...all.filter(({ id }) => own.has(id)).flatMap(({ channels }) => channels)];
}

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

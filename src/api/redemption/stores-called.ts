import { Refusal } from '../../loyalty';
import { namesOfShop } from '../../store';
import type { Store } from '../../store';

/** What the stores are called that a voucher is limited to by id, channel or document; one that was never entered, as it is written there. */
export async function storesCalled(
  { shops }: Pick<Store, 'shops'>,
  merchantId: string,
  stores: readonly string[],
): Promise<string[]> {
  const known = await shops.list(merchantId);
  const names = stores.map((one) => known.find((shop) => namesOfShop(shop).includes(one))?.name ?? one);
  return [...new Set(names)];
}

/** The same error; a refusal that names such stores, by what they are called. */
export async function withStoresCalled(
  store: Pick<Store, 'shops'>,
  merchantId: string,
  stores: readonly string[] | null,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof Refusal) || error.code !== 'wrong_store' || stores === null) return error;
  const called = await storesCalled(store, merchantId, stores);
  return new Refusal('wrong_store', { stores: called.join(', ') }, { cause: error });
}

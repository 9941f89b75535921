import { actorId, namesOfShop } from '../../store';
import type { Caller, Store } from '../../store';
import type { Acting } from './acted-by';
import { Problem } from './problem';

type Shops = Pick<Store, 'shops'>;

/**
 * What is said of things of a caller's stores as their store: its id, or a channel or CNPJ that means it. null: the caller sees
 * those of every store.
 */
export async function ownStores(
  { shops }: Shops,
  { merchantId, actor }: Caller,
): Promise<readonly string[] | null> {
  if (actor.kind === 'key' || actor.storeIds === null) return null;
  const own = new Set(actor.storeIds);
  const all = await shops.list(merchantId);
  return [...own, ...all.filter(({ id }) => own.has(id)).flatMap(namesOfShop)];
}

/** By what else the store that `said` means goes: its id, its channels and its CNPJs; of an unknown one what was said. */
export async function namesOfStore(
  { shops }: Shops,
  merchantId: string,
  said: string,
): Promise<readonly string[]> {
  const meant = await shops.meant(merchantId, said);
  return meant ? namesOfShop(meant) : [said];
}

/**
 * That what was done is the caller's to change: whoever is bound to stores changes what was done in these, and what was done in
 * no store only where they did it themselves. Managers, owners and keys are bound to none.
 * @throws Problem `forbidden`
 */
export async function requireOwnStore(
  store: Shops,
  caller: Caller,
  { storeId, operator }: Acting,
): Promise<void> {
  const own = await ownStores(store, caller);
  if (own === null) return;
  const theirs = storeId === null ? operator === actorId(caller.actor) : own.includes(storeId);
  if (!theirs) throw new Problem('forbidden', { detail: DONE_ELSEWHERE });
}

const DONE_ELSEWHERE =
  'Isto não foi feito em uma das suas lojas, e nada foi feito agora. Peça a alguém da loja em que foi feito, ou ao gerente.';

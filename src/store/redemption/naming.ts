import { mayName, saleNamed } from '../../loyalty';
import type { Instant, Redemption } from '../../loyalty';
import { inOrderOf, redemptionModel, toRedemption } from '../ledger';
import type { Wallets } from '../ledger';
import { inStoreNamed, meantSales, purchasesOf } from '../sale';
import type { Mongo } from '../mongo';
import { noteWoken } from './unwoken-uses';

/** Which sale a use is kept with. Each change of it is one transaction of its customer's wallet. */
export interface UseNaming {
  /** Keeps a sale with a use, unless somebody has kept another since it was read; null: none. */
  keepSale(merchantId: string, use: Redemption, saleId: string | null, now: Instant): Promise<void>;
  /**
   * Looks once more at which sale a confirmed use names: one that was stored, claimed or changed at the moment of the use may
   * have missed it. What is kept stays as long as it can be meant.
   * @returns the sale that counts for the purchase it names, to look again; null: none is known
   */
  name(merchantId: string, use: Redemption, now: Instant): Promise<string | null>;
  /**
   * The same for all of one customer's confirmed uses, oldest first, after a merge or its undoing.
   * @param look has a sale look again that a use names now, or named before
   */
  nameAll(
    merchantId: string,
    customerId: string,
    now: Instant,
    look: (saleId: string) => Promise<void>,
  ): Promise<void>;
}

export function createUseNaming(mongo: Mongo, wallets: Pick<Wallets, 'change'>): UseNaming {
  const keepSale: UseNaming['keepSale'] = (merchantId, { id, customerId, saleId: before }, saleId, now) =>
    wallets.change(merchantId, customerId, { redemptionId: id }, now, (book) => {
      const use = book.wallet.redemptions.find((one) => one.id === id);
      if (use?.saleId === before) book.keepSale(use, saleId);
      return { result: undefined };
    });

  /** The ids of the purchases that the use names, and named before. */
  async function rename(
    merchantId: string,
    use: Redemption,
    now: Instant,
  ): Promise<[string | null, string | null]> {
    const read =
      use.saleId === null ? undefined : (await purchasesOf(mongo, merchantId, [use.saleId])).get(use.saleId);
    const [kept] = read ? await inStoreNamed(mongo, merchantId, use.storeId, [read]) : [];
    if (kept && mayName(use, kept)) return [kept.id, kept.id];
    const named = saleNamed(use, await meantSales(mongo, merchantId, use))?.id ?? null;
    if (named !== use.saleId) await keepSale(merchantId, use, named, now);
    return [named, kept?.id ?? null];
  }

  return {
    keepSale,
    async name(merchantId, use, now) {
      if (use.saleRef === null) return null;
      if (use.state === 'confirmed') return (await rename(merchantId, use, now))[0];
      if (use.saleId === null) return null;
      return (await purchasesOf(mongo, merchantId, [use.saleId])).get(use.saleId)?.id ?? null;
    },
    async nameAll(merchantId, customerId, now, look) {
      const confirmed = { merchantId, customerId, state: 'confirmed' as const, saleRef: { $ne: null } };
      const uses = (await mongo.of(redemptionModel).find(confirmed).lean()).map(toRedemption);
      for (const use of await inOrderOf('reserved', mongo, merchantId, uses)) {
        const [named, before] = await rename(merchantId, use, now);
        if (named === before) continue;
        for (const id of [named, before]) if (id !== null) await look(id);
        await noteWoken(mongo, merchantId, [{ ...use, saleId: named, since: now }]);
      }
    },
  };
}

import type { Wallets } from '../ledger';
import { inOrderOf, redemptionModel, toRedemption } from '../ledger';
import { refKey } from '../../loyalty';
import type { Redemption } from '../../loyalty';
import { inStoreNamed } from '../sale';
import { dueAfter } from '../mongo';
import type { DuePlace, Mongo } from '../mongo';
import { createUseNaming } from './naming';
import type { UseNaming } from './naming';
import { createUnwokenUses } from './unwoken-uses';
import type { UnwokenUses } from './unwoken-uses';

/** Redemptions, for reading, and which sales they name; they change only with the wallet they belong to. */
export interface Redemptions extends UseNaming, UnwokenUses {
  get(merchantId: string, redemptionId: string): Promise<Redemption | null>;
  /** Those of these ids that there are, in no particular order. */
  some(merchantId: string, redemptionIds: readonly string[]): Promise<Redemption[]>;
  /** Uses of balance whose reservation was over by `until` and that are still reserved, soonest first, from after `place` on. */
  overdue(merchantId: string, until: Date, place: DuePlace, limit: number): Promise<Redemption[]>;
  /** The same of vouchers. */
  overdueVouchers(merchantId: string, until: Date, place: DuePlace, limit: number): Promise<Redemption[]>;
  /** Redemptions of any customer that are kept with a sale (R46), oldest first. `saleIds`: all ids of the purchase. */
  ofSale(merchantId: string, saleIds: readonly string[]): Promise<Redemption[]>;
  /** Of these, confirmed ones that were undone, in the order in which they were. */
  undoneOfSale(merchantId: string, saleIds: readonly string[]): Promise<Redemption[]>;
  /** Live redemptions that give one of these references, in any spelling, and are not kept with any sale; oldest first. */
  loose(merchantId: string, refs: readonly string[]): Promise<Redemption[]>;
  /** Uses as they are compared with a sale: those of its store, by another of that store's names, are of it by the sale's. */
  asSaleCalls(merchantId: string, storeId: string | null, uses: readonly Redemption[]): Promise<Redemption[]>;
}

export function createRedemptions(mongo: Mongo, wallets: Pick<Wallets, 'change'>): Redemptions {
  return {
    ...createUnwokenUses(mongo),
    ...createUseNaming(mongo, wallets),
    overdue: (merchantId, ...late) => reservedPast(merchantId, { $ne: 'voucher' }, ...late),
    overdueVouchers: (merchantId, ...late) => reservedPast(merchantId, 'voucher', ...late),
    async get(merchantId, redemptionId) {
      const doc = await mongo.of(redemptionModel).findOne({ _id: redemptionId, merchantId }).lean();
      return doc ? toRedemption(doc) : null;
    },
    some: async (merchantId, ids) =>
      ids.length === 0
        ? []
        : (await mongo.find(redemptionModel, { _id: { $in: [...ids] }, merchantId })).map(toRedemption),
    ofSale: (merchantId, saleIds) => oldestFirst(merchantId, { merchantId, saleId: { $in: saleIds } }),
    async undoneOfSale(merchantId, saleIds) {
      const filter = { merchantId, saleId: { $in: saleIds }, state: 'rolled_back' as const };
      const undone = (await mongo.find(redemptionModel, filter)).map(toRedemption);
      return inOrderOf('undone', mongo, merchantId, undone);
    },
    asSaleCalls: (merchantId, storeId, uses) => inStoreNamed(mongo, merchantId, storeId, uses),
    loose(merchantId, refs) {
      const open = { merchantId, saleId: null, state: { $in: ['reserved', 'confirmed'] } };
      const keys = [...new Set(refs.map(refKey))];
      const spellings = [...new Set([...refs, ...keys, ...keys.map((key) => `#${key}`)])];
      return oldestFirst(merchantId, {
        ...open,
        // Redemptions that are older than the keys are found by the usual spellings.
        $or: [{ saleKey: { $in: keys } }, { saleKey: { $exists: false }, saleRef: { $in: spellings } }],
      });
    },
  };

  async function reservedPast(
    merchantId: string,
    type: 'voucher' | { $ne: 'voucher' },
    until: Date,
    place: DuePlace,
    limit: number,
  ): Promise<Redemption[]> {
    const late = dueAfter('reservedUntil', until, place);
    const filter = { merchantId, state: 'reserved' as const, type, ...late };
    const soonest = { reservedUntil: 1, _id: 1 } as const;
    return (await mongo.of(redemptionModel).find(filter).sort(soonest).limit(limit).lean()).map(toRedemption);
  }

  async function oldestFirst(merchantId: string, filter: Record<string, unknown>): Promise<Redemption[]> {
    const uses = (await mongo.find(redemptionModel, filter)).map(toRedemption);
    return inOrderOf('reserved', mongo, merchantId, uses);
  }
}

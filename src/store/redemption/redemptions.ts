import { redemptionModel, toRedemption } from '../ledger';
import type { Redemption } from '../../loyalty';
import { dueAfter } from '../mongo';
import type { DuePlace, Mongo } from '../mongo';

/** Redemptions, for reading; they change only with the wallet they belong to. */
export interface Redemptions {
  get(merchantId: string, redemptionId: string): Promise<Redemption | null>;
  /** Uses of balance whose reservation was over by `until` and that are still reserved, soonest first, from after `place` on. */
  overdue(merchantId: string, until: Date, place: DuePlace, limit: number): Promise<Redemption[]>;
  /** Redemptions of any customer of the merchant that name the sale. `refs`: what the sale can be named by. */
  ofSale(merchantId: string, refs: string[]): Promise<Redemption[]>;
}

export function createRedemptions(mongo: Mongo): Redemptions {
  return {
    overdue: async (merchantId, until, place, limit) =>
      (
        await mongo
          .of(redemptionModel)
          .find({
            merchantId,
            state: 'reserved',
            type: { $ne: 'voucher' },
            ...dueAfter('reservedUntil', until, place),
          })
          .sort({ reservedUntil: 1, _id: 1 })
          .limit(limit)
          .lean()
      ).map(toRedemption),
    async get(merchantId, redemptionId) {
      const doc = await mongo.of(redemptionModel).findOne({ _id: redemptionId, merchantId }).lean();
      return doc ? toRedemption(doc) : null;
    },
    ofSale: async (merchantId, refs) =>
      (
        await mongo
          .of(redemptionModel)
          .find({ merchantId, saleRef: { $in: refs } })
          .sort({ reservedAt: 1 })
          .lean()
      ).map(toRedemption),
  };
}

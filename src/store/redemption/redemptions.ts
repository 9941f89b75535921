import { redemptionModel, toRedemption } from '../ledger';
import type { Redemption } from '../../loyalty';
import type { Mongo } from '../mongo';

/** Redemptions, for reading; they change only with the wallet they belong to. */
export interface Redemptions {
  get(merchantId: string, redemptionId: string): Promise<Redemption | null>;
  /** Redemptions of any customer of the merchant that name the sale. `refs`: what the sale can be named by. */
  ofSale(merchantId: string, refs: string[]): Promise<Redemption[]>;
}

export function createRedemptions(mongo: Mongo): Redemptions {
  return {
    async get(merchantId, redemptionId) {
      const doc = await mongo.of(redemptionModel).findOne({ _id: redemptionId, merchantId }).lean();
      return doc ? toRedemption(doc) : null;
    },
    ofSale: async (merchantId, refs) =>
      (
        await mongo
          .of(redemptionModel)
          .find({ merchantId, saleRef: { $in: refs } })
          .lean()
      )
        .map(toRedemption)
        .sort((one, other) => one.reservedAt - other.reservedAt || (one.id < other.id ? -1 : 1)),
  };
}

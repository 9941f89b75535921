import type { Redemption } from '../../loyalty';
import { toRedemption } from '../ledger/ledger-documents';
import type { Mongo } from '../mongo/mongo';

/** Redemptions, for reading; they change only with the wallet they belong to. */
export interface Redemptions {
  get(merchantId: string, redemptionId: string): Promise<Redemption | null>;
  /** Redemptions of any customer of the merchant that name a sale by one of `refs`. */
  naming(merchantId: string, refs: string[]): Promise<Redemption[]>;
}

export function createRedemptions(mongo: Mongo): Redemptions {
  return {
    async get(merchantId, redemptionId) {
      const doc = await mongo.redemptions.findOne({ _id: redemptionId, merchantId }).lean();
      return doc ? toRedemption(doc) : null;
    },
    naming: async (merchantId, refs) =>
      (
        await mongo.redemptions
          .find({ merchantId, saleRef: { $in: refs } })
          .sort({ reservedAt: 1 })
          .lean()
      ).map(toRedemption),
  };
}

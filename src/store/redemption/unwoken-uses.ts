import type { Instant, Redemption } from '../../loyalty';
import { lotModel, redemptionModel, toRedemption } from '../ledger';
import type { RedemptionDoc } from '../ledger';
import { dueAfter } from '../mongo';
import type { DuePlace, Mongo } from '../mongo';

/** A use as it was when sales were told of it. Moved or named anew since, they have to be told again. */
export type ToldUse = Pick<Redemption, 'id' | 'state' | 'saleId'> & {
  /** Only where it is to be told since this very instant: what was moved before may concern others. Absent: since whenever. */
  since?: Instant;
};

/** A use that was moved, and of which the sales it concerns have not all been told. */
export interface UnwokenUse {
  id: string;
  since: Instant;
  use: Redemption;
  /** Sales it was kept with before. */
  formerly: readonly string[];
}

/** Uses of which sales have still to be told. It is noted in the transaction that moves them. */
export interface UnwokenUses {
  /** Since before `until`, longest first, from after `place` on. */
  unwoken(merchantId: string, until: Date, place: DuePlace, limit: number): Promise<UnwokenUse[]>;
  /** Among what `causeId`, a use or the sale whose vouchers were used, has `saleIds` told of. */
  unwokenBy(merchantId: string, causeId: string, saleIds: readonly string[]): Promise<UnwokenUse[]>;
  /** The sales whose lots a use draws on. */
  drawnOn(merchantId: string, use: Pick<Redemption, 'draws'>): Promise<string[]>;
  /** Notes that all sales were told of the uses as they were. */
  woken(merchantId: string, uses: readonly ToldUse[]): Promise<void>;
}

export function createUnwokenUses(mongo: Mongo): UnwokenUses {
  return {
    unwoken: async (merchantId, until, place, limit) =>
      (
        await mongo
          .of(redemptionModel)
          .find({ merchantId, ...dueAfter('unwoken.since', until, place) })
          .sort({ 'unwoken.since': 1, _id: 1 })
          .limit(limit)
          .lean()
      ).map(asUnwoken),
    async unwokenBy(merchantId, causeId, saleIds) {
      const unwoken = { $exists: true };
      const some = [
        { _id: causeId, merchantId, unwoken },
        ...(saleIds.length === 0
          ? []
          : [{ merchantId, saleId: { $in: saleIds }, type: 'voucher' as const, unwoken }]),
      ];
      return (await mongo.of(redemptionModel).find({ $or: some }).lean()).map(asUnwoken);
    },
    async drawnOn(merchantId, { draws }) {
      const lots = await mongo
        .of(lotModel)
        .find({ _id: { $in: draws.map(({ lotId }) => lotId) }, merchantId })
        .select({ saleId: 1 })
        .lean();
      return [...new Set(lots.map(({ saleId }) => saleId).filter((saleId) => saleId !== null))];
    },
    woken: (merchantId, uses) => noteWoken(mongo, merchantId, uses),
  };
}

/** Notes that all sales were told of the uses as they were. */
export async function noteWoken(mongo: Mongo, merchantId: string, uses: readonly ToldUse[]): Promise<void> {
  if (uses.length === 0) return;
  await mongo.of(redemptionModel).bulkWrite(
    uses.map(({ id, state, saleId, since }) => ({
      updateOne: {
        filter: {
          ...{ _id: id, merchantId, state, saleId },
          ...(since !== undefined && { 'unwoken.since': new Date(since) }),
        },
        update: { $unset: { unwoken: 1 } },
      },
    })),
    { ordered: false },
  );
}

function asUnwoken(doc: RedemptionDoc): UnwokenUse {
  const { since, formerly = [] } = doc.unwoken!;
  return { id: doc._id, since: since.getTime(), use: toRedemption(doc), formerly };
}

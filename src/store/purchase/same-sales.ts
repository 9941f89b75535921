import { fingerprintModel } from '../review';
import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';

/** Which sales carry a fingerprint, for finding those of other sources that may be the same purchase. */
export interface SameSales {
  /**
   * Enters the sale under its own keys, one after the other in sorted order, and answers who stands under each of them and under
   * those nearby, in order of arrival. Of two sales entered at the same moment at least the later sees the other, since
   * whoever stands under a key stands under all those before it.
   */
  enter(
    merchantId: string,
    saleId: string,
    keys: { own: readonly string[]; nearby: readonly string[] },
  ): Promise<Map<string, string[]>>;
}

export function createSameSales(mongo: Mongo): SameSales {
  return {
    async enter(merchantId, saleId, { own, nearby }) {
      const idOf = (key: string): string => `${merchantId}|${key}`;
      await enterAll(mongo, merchantId, saleId, own.map(idOf));
      const wanted = [...own, ...nearby].map(idOf);
      const lists = await mongo
        .of(fingerprintModel)
        .find({ _id: { $in: wanted }, merchantId })
        .lean();
      return new Map(lists.map(({ _id, saleIds }) => [_id.slice(idOf('').length), saleIds]));
    },
  };
}

/** Most keys are new: they are written together, up to the first that is not. `ids` must be sorted. */
async function enterAll(
  mongo: Mongo,
  merchantId: string,
  saleId: string,
  ids: readonly string[],
): Promise<void> {
  let next = 0;
  while (next < ids.length) {
    const rest = ids.slice(next).map((_id) => ({ _id, merchantId, saleIds: [saleId] }));
    try {
      await mongo.of(fingerprintModel).insertMany(rest, { ordered: true, lean: true });
      return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const entered = await mongo
      .of(fingerprintModel)
      .find({ _id: { $in: ids.slice(next) }, merchantId, saleIds: saleId })
      .lean();
    const known = new Set(entered.map(({ _id }) => _id));
    while (next < ids.length && known.has(ids[next]!)) next += 1;
    const { matchedCount } = await mongo
      .of(fingerprintModel)
      .updateOne({ _id: ids[next], merchantId }, { $addToSet: { saleIds: saleId } });
    if (matchedCount > 0) next += 1;
  }
}

import type { FingerprintDoc } from './models/review';
import { isDuplicateKey } from './mongo';
import type { Mongo } from './mongo';

/** Sales under the keys of a sale: those that were entered before it, after it, and those a day off. */
export interface Neighbours {
  before: string[];
  after: string[];
  nearby: string[];
}

/** Which sales carry the same fingerprints: candidates for being one purchase. */
export interface SameSales {
  /**
   * Enters the sale under its own keys, one after the other in sorted order, and answers every sale under any of them, in
   * order of arrival under the first key they share with this one. Two sales entered at the same moment see each other in the
   * same order, or the later alone sees the earlier: whoever stands under a key stands under all those before it.
   */
  enter(
    merchantId: string,
    saleId: string,
    keys: { own: readonly string[]; nearby: readonly string[] },
  ): Promise<Neighbours>;
}

export function createSameSales(mongo: Mongo): SameSales {
  return {
    async enter(merchantId, saleId, { own, nearby }) {
      const idOf = (key: string): string => `${merchantId}|${key}`;
      await enterAll(mongo, merchantId, saleId, own.map(idOf));
      const wanted = [...own, ...nearby].map(idOf);
      const lists = await mongo.fingerprints.find({ _id: { $in: wanted }, merchantId }).lean();
      const mine = new Set(own.map(idOf));
      const shared = lists.filter(({ _id }) => mine.has(_id)).sort((a, b) => (a._id < b._id ? -1 : 1));
      const others = lists.filter(({ _id }) => !mine.has(_id)).flatMap(({ saleIds }) => saleIds);
      return { ...orderOf(saleId, shared), nearby: [...new Set(others)] };
    },
  };
}

function orderOf(saleId: string, lists: readonly FingerprintDoc[]): Pick<Neighbours, 'before' | 'after'> {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const { saleIds } of lists) {
    const own = saleIds.indexOf(saleId);
    saleIds.forEach((other, index) => {
      if (other === saleId || before.has(other) || after.has(other)) return;
      (index < own ? before : after).add(other);
    });
  }
  return { before: [...before], after: [...after] };
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
      await mongo.fingerprints.insertMany(rest, { ordered: true, lean: true });
      return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const entered = await mongo.fingerprints.find({ _id: { $in: ids.slice(next) }, saleIds: saleId }).lean();
    const known = new Set(entered.map(({ _id }) => _id));
    while (next < ids.length && known.has(ids[next]!)) next += 1;
    const { matchedCount } = await mongo.fingerprints.updateOne(
      { _id: ids[next], merchantId },
      { $addToSet: { saleIds: saleId } },
    );
    if (matchedCount > 0) next += 1;
  }
}

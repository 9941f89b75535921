import { redemptionModel, toRedemption } from '..';
import type { RedemptionDoc } from '..';
import { purchaseIds } from '../../../loyalty';
import type { Redemption, Sale } from '../../../loyalty';
import { saleModel, toSale } from '../../sale';
import { groupedBy } from './grouped';
import type { SaleReading } from './sale-digests';

/** A sale that counts, and the uses of anybody that are kept with it and were confirmed once. */
export interface UsedSale {
  sale: Sale;
  uses: readonly Redemption[];
}

/** The sales with which these uses are kept, by the ids with which they are: one that counts by another is that other. */
export async function readUsedSales(
  { mongo, session, merchantId }: SaleReading,
  redemptions: readonly RedemptionDoc[],
): Promise<ReadonlyMap<string, UsedSale>> {
  const named = new Set(redemptions.flatMap(({ saleId, confirmedAt }) => (confirmedAt && saleId) || []));
  if (named.size === 0) return new Map();
  const read = async (ids: Iterable<string>): Promise<Sale[]> => {
    const found = mongo.of(saleModel).find({ merchantId, _id: { $in: [...ids] } });
    return readable(await found.session(session).lean(), toSale);
  };
  const kept = await read(named);
  const missing = kept.flatMap(({ purchase: { duplicateOf } }) =>
    duplicateOf === null || named.has(duplicateOf) ? [] : [duplicateOf],
  );
  const counting = [...kept, ...(missing.length === 0 ? [] : await read(new Set(missing)))].filter(
    ({ purchase }) => purchase.duplicateOf === null,
  );
  const ids = counting.flatMap(purchaseIds);
  const uses = await mongo
    .of(redemptionModel)
    .find({ merchantId, saleId: { $in: ids }, confirmedAt: { $ne: null } })
    .session(session)
    .lean();
  const usesOf = groupedBy(readable(uses, toRedemption), ({ saleId }) => saleId!);
  return new Map(
    counting.flatMap((sale) => {
      const own = purchaseIds(sale);
      const used = { sale, uses: own.flatMap((id) => usesOf.get(id) ?? []) };
      return own.map((id): [string, UsedSale] => [id, used]);
    }),
  );
}

/** A document that somebody has made unreadable is found by what is attested of it. */
function readable<Doc, Read>(docs: readonly Doc[], read: (doc: Doc) => Read): Read[] {
  return docs.flatMap((doc) => {
    try {
      return [read(doc)];
    } catch {
      return [];
    }
  });
}

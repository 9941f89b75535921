import { namesOfShop } from '../access';
import type { Shop } from '../access';
import { saleModel } from '../sale';
import type { Channel } from '../../loyalty';
import type { Mongo } from '../mongo';

/** Where a sale was made: its store, by the store's id whichever of its names the sale calls it by, and its channel. */
export interface Source {
  /** null: none is known, or it was not asked for. */
  storeId: string | null;
  channel: Channel | null;
}

/** Of no sale, or of one that is not asked for. */
export const NO_SOURCE: Source = { storeId: null, channel: null };

/** A source in words that are the same for the same source. */
export const sourceKey = ({ storeId, channel }: Source): string => JSON.stringify([storeId, channel]);

/** Where each of a merchant's sales was made. */
export interface Sources {
  /** @param saleId null: what was earned by no sale */
  of(saleId: string | null): Source;
}

/** Of which sale a lot is, which is named after it; null: it was credited by hand. */
export function saleOfLot(lotId: string): string | null {
  const saleId = lotId.slice(0, lotId.indexOf('/'));
  return saleId === BY_HAND ? null : saleId;
}

/** What the lots of manual credits are named after. */
const BY_HAND = 'adjustment';

/** Longer than a caller waits it would work in vain. */
export const LONGEST_MS = 45_000;
export const BATCH = 5_000;

/** Of a shop with one till no sale is read: only those are that were made elsewhere than most. */
export async function sourcesOf(mongo: Mongo, merchantId: string, shops: readonly Shop[]): Promise<Sources> {
  const counted = await mongo
    .of(saleModel)
    .aggregate<{ _id: { storeId?: string | null; channel: Channel }; count: number }>(
      [
        { $match: { merchantId } },
        { $group: { _id: { storeId: '$storeId', channel: '$channel' }, count: { $sum: 1 } } },
      ],
      { maxTimeMS: LONGEST_MS },
    );
  const ids = idsByName(shops);
  const known = counted
    .sort((one, other) => other.count - one.count)
    .map(({ _id: { storeId: said = null, channel } }) => ({
      said,
      source: { storeId: said === null ? null : (ids.get(said) ?? said), channel },
    }));
  const most = known[0]?.source ?? NO_SOURCE;
  const others = new Map<string, Source>();
  for (const { said, source } of known) {
    if (sourceKey(source) === sourceKey(most)) continue;
    const sales = mongo
      .of(saleModel)
      .find({ merchantId, storeId: said, channel: source.channel })
      .select({ _id: 1 })
      .lean()
      .cursor({ batchSize: BATCH });
    for await (const { _id } of sales) others.set(_id, source);
  }
  return { of: (saleId) => (saleId === null ? NO_SOURCE : (others.get(saleId) ?? most)) };
}

/** The store of a sale's document, by its id, for the database to tell. */
export function storeIdInWords(shops: readonly Shop[]): unknown {
  const said = { $ifNull: ['$storeId', null] };
  const branches = shops.map((shop) => ({ case: { $in: [said, namesOfShop(shop)] }, then: shop.id }));
  return branches.length === 0 ? said : { $switch: { branches, default: said } };
}

/** The ids of stores by each of their names. */
export function idsByName(shops: readonly Shop[]): ReadonlyMap<string, string> {
  return new Map(shops.flatMap((shop) => namesOfShop(shop).map((name) => [name, shop.id] as const)));
}

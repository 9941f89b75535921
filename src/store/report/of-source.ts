import type { Channel } from '../../loyalty';
import type { Shop } from '../access';
import type { Mongo, Place } from '../mongo';
import { saleModel } from '../sale';
import { idsByName, LONGEST_MS, NO_SOURCE } from './sources';
import type { Source } from './sources';

/** What was earned where: a store by its id, and a channel; null: of none that is known. What is left out does not narrow. */
export interface SourceAsked {
  storeId?: string | null | undefined;
  channel?: Channel | null | undefined;
  /** The merchant's, by which a sale's store is told. */
  shops: readonly Shop[];
}

/** So many are read at once to be looked through: a source may have few of many. */
const LOOKED_THROUGH = 2_000;

/** Of some sales, null for what was earned by none: whether what they gave is asked for. */
export async function areOfSource(
  mongo: Mongo,
  merchantId: string,
  saleIds: readonly (string | null)[],
  { storeId, channel, shops }: SourceAsked,
): Promise<(saleId: string | null) => boolean> {
  const ids = [...new Set(saleIds)].filter((id) => id !== null);
  const sales = await mongo
    .of(saleModel)
    .find({ _id: { $in: ids }, merchantId })
    .select({ storeId: 1, channel: 1 })
    .maxTimeMS(LONGEST_MS)
    .lean();
  const named = idsByName(shops);
  const sources = new Map<string | null, Source>(
    sales.map((sale) => {
      const said = sale.storeId ?? null;
      return [sale._id, { storeId: said === null ? null : (named.get(said) ?? said), channel: sale.channel }];
    }),
  );
  return (saleId) => {
    const source = sources.get(saleId) ?? NO_SOURCE;
    const here = storeId === undefined || source.storeId === storeId;
    return here && (channel === undefined || source.channel === channel);
  };
}

interface Sift<Read, Kept> {
  /** Some of what there is from after a place on, in its order. */
  read(from: { limit: number } & Place): Promise<Read[]>;
  /** What of it is asked for. */
  keep(page: readonly Read[]): Promise<Kept[]>;
  placeOf(last: Read): Place;
}

/** A page of what is kept of what there is: as much is read as it takes to fill it. */
export async function sifted<Read, Kept>(
  { limit, ...place }: { limit: number } & Place,
  { read, keep, placeOf }: Sift<Read, Kept>,
): Promise<Kept[]> {
  const kept: Kept[] = [];
  const many = Math.max(limit, LOOKED_THROUGH);
  for (let from: Place = place; ;) {
    const page = await read({ ...from, limit: many });
    kept.push(...(await keep(page)));
    const last = page.at(-1);
    if (kept.length >= limit || last === undefined || page.length < many) return kept.slice(0, limit);
    from = placeOf(last);
  }
}

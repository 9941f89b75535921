import {
  endOfChain,
  LONGEST_CHAIN,
  NAMED_WITHIN_DAYS,
  purchaseIds,
  refKey,
  refsOfUses,
  usedAt,
} from '../../loyalty';
import type { Instant, NamedSale, NamingUse, Sale } from '../../loyalty';
import { namesOfShop, shopMeant } from '../access';
import type { Mongo } from '../mongo';
import { toSale } from './sale-document';
import { saleModel } from './sale-model';

/** What of a use says which sales it may mean. */
export type UseMeaning = Pick<NamingUse, 'saleRef' | 'storeId' | 'reservedAt' | 'confirmedAt'>;

/** A day more than a sale may lie from its use: days are local, and the zone is the sale's. */
const MEANT_WITHIN_MS = (NAMED_WITHIN_DAYS + 1) * 86_400_000;

/** The sales a use may mean (R46), each by the one that counts for its purchase, and with its store as the use calls it. */
export async function meantSales(mongo: Mongo, merchantId: string, use: UseMeaning): Promise<NamedSale[]> {
  if (use.saleRef === null) return [];
  const called = { merchantId, $or: calledAbout(use.saleRef, usedAt(use)) };
  const found = (await mongo.of(saleModel).find(called).lean()).map(toSale);
  const counting = await countingSales(mongo, merchantId, found);
  const named = [...new Map(counting.map((sale) => [sale.id, asNamed(sale)])).values()];
  return inStoreNamed(mongo, merchantId, use.storeId, named);
}

/**
 * What is of the store that `storeId` means, by that name: of two spellings of one store nobody who compares them knows. What is of
 * another store, or of none, stays as it is.
 */
export async function inStoreNamed<Thing extends { storeId: string | null }>(
  mongo: Mongo,
  merchantId: string,
  storeId: string | null,
  things: readonly Thing[],
): Promise<Thing[]> {
  const others = things.some((one) => one.storeId !== null && one.storeId !== storeId);
  const meant = storeId === null || !others ? null : await shopMeant(mongo, merchantId, storeId);
  if (!meant) return [...things];
  const names = namesOfShop(meant);
  return things.map((one) =>
    one.storeId !== null && names.includes(one.storeId) ? { ...one, storeId } : one,
  );
}

/** The sales with these ids, each by the one that counts for its purchase, by the id asked for. */
export async function purchasesOf(
  mongo: Mongo,
  merchantId: string,
  saleIds: readonly string[],
): Promise<Map<string, NamedSale>> {
  const found = await salesById(mongo, merchantId, saleIds);
  const counting = await countingSales(mongo, merchantId, found);
  return new Map(found.map(({ id }, index) => [id, asNamed(counting[index]!)]));
}

/** Also sales that are older than the keys of their names, by the usual spellings. */
function calledAbout(ref: string, at: Instant): Record<string, unknown>[] {
  const key = refKey(ref);
  const soldAt = { $gte: new Date(at - MEANT_WITHIN_MS), $lte: new Date(at + MEANT_WITHIN_MS) };
  return [
    { _id: ref },
    { refKeys: key, soldAt },
    { refs: { $in: [...new Set([ref, key, `#${key}`])] }, refKeys: { $exists: false }, soldAt },
  ];
}

/** For each of the sales, the one that it counts by in the end. */
async function countingSales(mongo: Mongo, merchantId: string, sales: readonly Sale[]): Promise<Sale[]> {
  const known = new Map(sales.map((sale) => [sale.id, sale]));
  for (let hops = 0; hops < LONGEST_CHAIN; hops += 1) {
    const unread = [...known.values()]
      .flatMap(({ purchase }) => purchase.duplicateOf ?? [])
      .filter((id) => !known.has(id));
    if (unread.length === 0) break;
    for (const sale of await salesById(mongo, merchantId, unread)) known.set(sale.id, sale);
  }
  return sales.map((sale) => endOfChain(known, sale) ?? sale);
}

async function salesById(mongo: Mongo, merchantId: string, ids: readonly string[]): Promise<Sale[]> {
  if (ids.length === 0) return [];
  return (
    await mongo
      .of(saleModel)
      .find({ _id: { $in: ids }, merchantId })
      .lean()
  ).map(toSale);
}

function asNamed(sale: Sale): NamedSale {
  const { id, owner, content } = sale;
  const { storeId, soldAt, zone } = content;
  const { customerId } = owner;
  return { id, ids: purchaseIds(sale), names: refsOfUses(sale), customerId, storeId, soldAt, zone };
}

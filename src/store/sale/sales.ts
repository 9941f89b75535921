import { newSale, patched } from '../../loyalty';
import type { Channel, NamedSale, Sale, SaleStatus } from '../../loyalty';
import { saleIdOf } from '../../ids';
import { salesReceived } from '../../metrics';
import type { SaleIdentity } from '../../ids';
import type { WaitedCall } from '../command';
import { after, ConcurrentChangeError, dueAfter, isDuplicateKey, notBefore } from '../mongo';
import type { DuePlace, Mongo, Place } from '../mongo';
import type { SaleChange } from './change-sale';
import { toSale, toSaleDoc } from './sale-document';
import { meantSales } from './meant-sales';
import type { UseMeaning } from './meant-sales';
import { saleModel } from './sale-model';
import type { SaleDoc } from './sale-model';
import { firstAndLast } from './first-and-last';
import type { Purchases } from './first-and-last';
import { pastChange } from './past-sale';
import type { PastSale } from './past-sale';
import { postedChange, toldBy } from './posted-sale';
import { sealOf } from './sale-seal';
import type { PostedSale } from './posted-sale';

/** How often a posted sale is compared with the stored one, when somebody else keeps changing that. */
const ATTEMPTS = 5;

/** Longer than a claim's call can take. */
const CLAIMING_MS = 30_000;

/** Which sales of a merchant; what is left out does not narrow them. */
export interface SaleFilter {
  customerId?: string | undefined;
  channel?: Channel | undefined;
  /** One of these, as it is by what was written down, unless `asOf` says when. */
  statuses?: readonly SaleStatus[] | undefined;
  /** By the clock of this instant, as far as it can be foreseen. */
  asOf?: Date | undefined;
  number?: string | undefined;
  /** Whose orders they are. */
  connectionId?: string | undefined;
  /** What it says as its store; null: nothing. */
  stores?: readonly (string | null)[] | undefined;
  /** The connection for which it is parked: its source is not asked until that is put right. */
  parkedFor?: string | undefined;
  /** Sold at this instant or later, and before that one. */
  soldFrom?: Date | undefined;
  soldBefore?: Date | undefined;
}

/** An invoice as its company issued it. */
export interface IssuedInvoice {
  merchantId: string;
  connectionId: string | null;
  invoiceId: string;
}

/** The merchant's sales. Every read asks for the merchant: another merchant's sale does not exist. */
export interface Sales {
  get(merchantId: string, saleId: string): Promise<Sale | null>;
  find(identity: SaleIdentity): Promise<Sale | null>;
  /** The order of the connection that names the invoice as its own, the one that was opened first of those that Bling still has; null: none. */
  namingInvoice(invoice: IssuedInvoice): Promise<Sale | null>;
  /** The sales that a use may mean (R46), each by the one that counts for its purchase. */
  meant(merchantId: string, use: UseMeaning): Promise<NamedSale[]>;
  /** Newest first by what `saleOrder` says, from after `place` on. */
  list(merchantId: string, filter: SaleFilter & Place & { limit: number }): Promise<Sale[]>;
  /** A customer's first purchase that is left, and the last that is not over. */
  purchases(merchantId: string, customerId: string): Promise<Purchases>;
  /** How many a customer has, counted up to `most`. */
  countOf(merchantId: string, customerId: string, most: number): Promise<number>;
  /** Sales of which something was due by `until`, soonest due first, from after `place` on. */
  overdue(merchantId: string, until: Date, place: DuePlace, limit: number): Promise<Sale[]>;
  /** The sale, opened now, for whoever has looked and not found it; as somebody else has opened it since. */
  open(identity: SaleIdentity, connectionId: string | null, zone: string, now: Date): Promise<Sale>;
  /**
   * Stores the sale as its channel sent it, opened now if it was unknown; sent the same again, it stays as it is.
   * @param zone of a sale that is opened by it
   * @throws ConcurrentChangeError if others kept changing it
   */
  record(merchantId: string, posted: PostedSale, zone: string, now: Date): Promise<Sale>;
  /** The sale of a past order, opened now and in one piece; one that is there already is answered as it is. */
  keepPast(identity: SaleIdentity, connectionId: string, past: PastSale, now: Date): Promise<Sale>;
  /** What `record` would do now, without doing it. */
  foresee(merchantId: string, posted: PostedSale, now: Date): Promise<'created' | 'updated' | 'unchanged'>;
  /**
   * Lets one call claim a sale that nobody owns, before it writes anybody down. False: it has an owner, or another call is at it.
   * What dies under way lets it go after half a minute.
   */
  takeClaim(merchantId: string, saleId: string, callId: string, now: Date): Promise<boolean>;
  /** Lets the next call claim it: this one came to nothing. */
  dropClaim(merchantId: string, saleId: string, callId: string): Promise<void>;
  /**
   * @param call of staff that it is made for
   * @returns the sale as it is stored then: whoever changes it again does so over this
   * @throws ConcurrentChangeError if the sale has changed since it was read
   * @throws Refusal `request_expired` where nobody waits for the call any more
   */
  change(change: SaleChange, call?: WaitedCall): Promise<Sale>;
}

/** @param changeSale writes a change by itself, as `Sales.change` says */
export function createSales(mongo: Mongo, changeSale: Sales['change']): Sales {
  const find = (merchantId: string, saleId: string): Promise<Sale | null> =>
    findSale(mongo, merchantId, saleId);

  return {
    get: find,
    find: (identity) => find(identity.merchantId, saleIdOf(identity)),
    async namingInvoice(invoice) {
      const [first] = await mongo
        .of(saleModel)
        .find({ ...invoice, sourceStatus: { $ne: 'missing' } })
        .sort({ createdAt: 1, _id: 1 })
        .limit(1)
        .lean();
      return first ? toSale(first) : null;
    },
    meant: (merchantId, use) => meantSales(mongo, merchantId, use),
    list: async (merchantId, { before, beforeId, limit, ...filter }) => {
      const order = saleOrder(filter);
      const place = { before, beforeId };
      const plain = mongo
        .of(saleModel)
        .find({ merchantId, ...filterOf(filter), ...unturned(filter), ...seen(order, filter, place) })
        .sort({ [order]: -1, _id: -1 })
        .limit(limit)
        .lean();
      const found = await Promise.all([plain, turnedTo(mongo, merchantId, filter, place, limit)]);
      return found.flat().sort(newestFirst(order)).slice(0, limit).map(toSale);
    },
    purchases: (merchantId, customerId) => firstAndLast(mongo, merchantId, customerId),
    countOf: (merchantId, customerId, limit) =>
      mongo.of(saleModel).countDocuments({ merchantId, customerId }, { limit }).exec(),
    overdue: async (merchantId, until, place, limit) =>
      (
        await mongo
          .of(saleModel)
          .find({ merchantId, ...dueAfter('nextAt', until, place) })
          .sort({ nextAt: 1, _id: 1 })
          .limit(limit)
          .lean()
      ).map(toSale),
    open: (identity, connectionId, zone, now) =>
      openUnlessThere(mongo, freshSale(identity, connectionId, zone, now)),
    keepPast(identity, connectionId, past, now) {
      const fresh = freshSale(identity, connectionId, past.zone, now);
      const { patch, event } = pastChange(fresh.id, past, now.getTime());
      return openUnlessThere(mongo, { ...patched(fresh, patch), timeline: [...fresh.timeline, event] });
    },
    async record(merchantId, posted, zone, now) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await recordOnce(mongo, changeSale, merchantId, posted, zone, now);
        } catch (error) {
          if (!(error instanceof ConcurrentChangeError) || attempt === ATTEMPTS) throw error;
        }
      }
    },
    async foresee(merchantId, posted, now) {
      const known = await find(merchantId, saleIdOf({ ...posted, merchantId }));
      if (!known) return 'created';
      return postedChange(known, posted, now.getTime()) ? 'updated' : 'unchanged';
    },
    async takeClaim(merchantId, saleId, call, now) {
      const free = [{ claimTaken: null }, { 'claimTaken.call': call }, { 'claimTaken.until': { $lte: now } }];
      const { matchedCount } = await mongo
        .of(saleModel)
        .updateOne(
          { _id: saleId, merchantId, customerId: null, $or: free },
          { $set: { claimTaken: { call, until: new Date(now.getTime() + CLAIMING_MS) } } },
        );
      return matchedCount === 1;
    },
    async dropClaim(merchantId, saleId, call) {
      const mine = { _id: saleId, merchantId, 'claimTaken.call': call };
      await mongo.of(saleModel).updateOne(mine, { $unset: { claimTaken: 1 } });
    },
    change: changeSale,
  };
}

/**
 * By which instant a list of sales is newest first: of days by when they were sold, else by when they came in. A number has few
 * sales, which are found by it.
 */
export function saleOrder({ number, soldFrom, soldBefore }: SaleFilter): 'soldAt' | 'createdAt' {
  const days = soldFrom !== undefined || soldBefore !== undefined;
  return days && number === undefined ? 'soldAt' : 'createdAt';
}

/** Of those with the status, the ones that have not turned by then. */
function unturned({ statuses, asOf }: SaleFilter): Record<string, unknown> {
  if (statuses === undefined) return {};
  const status = anyOf(statuses);
  return asOf === undefined ? { status } : { status, turnsAt: { $not: { $lte: asOf } } };
}

/** One is asked for as itself, so that an index gives it in order. */
function anyOf(statuses: readonly SaleStatus[]): SaleStatus | { $in: SaleStatus[] } {
  const [first, ...others] = statuses;
  return first !== undefined && others.length === 0 ? first : { $in: [...statuses] };
}

/**
 * The newest of those that have turned to the status, and nobody has written that down: as many as were due in the last two hours, whose
 * places alone are read of all.
 */
async function turnedTo(
  mongo: Mongo,
  merchantId: string,
  filter: SaleFilter,
  place: Place,
  limit: number,
): Promise<SaleDoc[]> {
  const { statuses, asOf } = filter;
  if (statuses === undefined || asOf === undefined) return [];
  const order = saleOrder(filter);
  const turned = { ...filterOf(filter), turnsTo: anyOf(statuses), turnsAt: { $lte: asOf } };
  const places = await mongo
    .of(saleModel)
    .find({ merchantId, ...turned, ...seen(order, filter, place) })
    .select({ [order]: 1 })
    .lean();
  if (places.length === 0) return [];
  const ids = places.sort(newestFirst(order)).slice(0, limit);
  return mongo
    .of(saleModel)
    .find({ merchantId, _id: { $in: ids.map(({ _id }) => _id) } })
    .lean();
}

function newestFirst(order: 'soldAt' | 'createdAt') {
  const at = (doc: SaleDoc): number => Number(doc[order] ?? 0);
  return (a: SaleDoc, b: SaleDoc): number => at(b) - at(a) || (a._id < b._id ? 1 : -1);
}

function filterOf({
  customerId,
  channel,
  connectionId,
  number,
  stores,
  parkedFor,
  ...days
}: SaleFilter): Record<string, unknown> {
  return {
    ...(customerId === undefined ? {} : { customerId }),
    ...(channel === undefined ? {} : { channel }),
    ...(connectionId === undefined ? {} : { connectionId }),
    ...(number === undefined ? {} : { number }),
    ...(stores === undefined ? {} : { storeId: { $in: [...stores] } }),
    ...(parkedFor === undefined ? {} : { 'parked.connectionId': parkedFor }),
    ...soldIn(days),
  };
}

function soldIn({ soldFrom, soldBefore }: SaleFilter): Record<string, unknown> {
  if (soldFrom === undefined && soldBefore === undefined) return {};
  return {
    soldAt: {
      ...(soldFrom === undefined ? {} : notBefore(soldFrom)),
      ...(soldBefore === undefined ? {} : { $lt: soldBefore }),
    },
  };
}

/** What comes after a place. Among days it narrows them, so that no page is read from the last day on. */
function seen(order: string, days: SaleFilter, place: Place): Record<string, unknown> {
  const { before, beforeId } = place;
  if (order === 'createdAt' || before === undefined) return after(order, place);
  const { soldFrom, soldBefore = before } = days;
  if (beforeId === undefined)
    return soldIn({ soldFrom, soldBefore: soldBefore < before ? soldBefore : before });
  const { soldAt } = soldIn({ soldFrom, soldBefore: days.soldBefore }) as { soldAt: object };
  return { ...after(order, place), soldAt: { ...soldAt, $lte: before } };
}

async function findSale(mongo: Mongo, merchantId: string, saleId: string): Promise<Sale | null> {
  const doc = await mongo.findOne(saleModel, { _id: saleId, merchantId });
  return doc && toSale(doc);
}

function freshSale(identity: SaleIdentity, connectionId: string | null, zone: string, now: Date): Sale {
  const { merchantId, channel, externalId } = identity;
  const id = saleIdOf(identity);
  return newSale({ id, merchantId, channel, externalId, connectionId, zone }, now.getTime());
}

/** @returns the sale as whoever was first has opened it */
async function openUnlessThere(mongo: Mongo, fresh: Sale): Promise<Sale> {
  try {
    const opened = await insertSale(mongo, fresh);
    salesReceived.inc({ channel: fresh.source.channel });
    return opened;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const opened = await findSale(mongo, fresh.merchantId, fresh.id);
    if (!opened) throw error;
    return opened;
  }
}

/** @throws ConcurrentChangeError when somebody opened or changed the sale at the same moment */
async function recordOnce(
  mongo: Mongo,
  changeSale: Sales['change'],
  merchantId: string,
  posted: PostedSale,
  zone: string,
  now: Date,
): Promise<Sale> {
  const identity = { ...posted, merchantId };
  const known = await findSale(mongo, merchantId, saleIdOf(identity));
  const sale = known ?? freshSale(identity, null, zone, now);
  const change = postedChange(sale, posted, now.getTime());
  if (!change) return sale;
  if (known) return changeSale({ sale, ...change });
  const received = sale.timeline.map((event) => ({ ...event, ...toldBy(posted) }));
  const changed = { ...patched(sale, change.patch), timeline: [...received, change.event] };
  let opened: Sale;
  try {
    opened = await insertSale(mongo, changed);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConcurrentChangeError(`Sale ${sale.id} was opened by somebody else at the same moment.`);
  }
  salesReceived.inc({ channel: changed.source.channel });
  return opened;
}

/** @returns it as it is stored, under its first seal */
async function insertSale(mongo: Mongo, sale: Sale): Promise<Sale> {
  const doc = toSaleDoc(sale);
  const seal = sealOf(mongo, doc);
  await mongo.of(saleModel).insertMany([{ ...doc, seal }], { lean: true });
  return { ...sale, seal };
}

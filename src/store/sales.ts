import type { ClientSession } from 'mongoose';
import type { Channel } from '../loyalty';
import { saleIdOf } from '../ids';
import type { SaleIdentity } from '../ids';
import type { SaleDoc } from './models/sale';
import { ConcurrentChangeError, isDuplicateKey } from './mongo';
import type { Mongo } from './mongo';

/** A sale as stored; `id` in place of `_id`. */
export type Sale = Omit<SaleDoc, '_id'> & { id: string };

/** A change of a sale that holds only if nobody changed it since `version` was read. */
export interface SaleChange {
  merchantId: string;
  id: string;
  version: number;
  set: Partial<Omit<SaleDoc, '_id' | 'version' | 'timeline'>>;
  event?: { at: Date; event: string; text: string };
}

/** The merchant's sales. Every read asks for the merchant: another merchant's sale does not exist. */
export interface Sales {
  get(merchantId: string, saleId: string): Promise<Sale | null>;
  find(identity: SaleIdentity): Promise<Sale | null>;
  /** Sales that staff may mean by `ref`: id, external id or number. */
  named(merchantId: string, ref: string): Promise<Sale[]>;
  /** Newest first. */
  list(
    merchantId: string,
    filter: { customerId?: string; channel?: Channel; before?: Date; limit: number },
  ): Promise<Sale[]>;
  /** The sale, opened now if it was unknown. */
  open(identity: SaleIdentity, connectionId: string | null, zone: string, now: Date): Promise<Sale>;
  /** @throws ConcurrentChangeError if the sale has changed since `change.version` */
  change(change: SaleChange): Promise<void>;
}

export function createSales(mongo: Mongo): Sales {
  const find = async (merchantId: string, saleId: string): Promise<Sale | null> =>
    toSale(await mongo.sales.findOne({ _id: saleId, merchantId }).lean());

  return {
    get: find,
    find: (identity) => find(identity.merchantId, saleIdOf(identity)),
    named: async (merchantId, ref) =>
      (await mongo.sales.find({ merchantId, refs: ref }).limit(20).lean()).map(asSale),
    list: async (merchantId, { customerId, channel, before, limit }) => {
      const filter = {
        merchantId,
        ...(customerId === undefined ? {} : { customerId }),
        ...(channel === undefined ? {} : { channel }),
        ...(before === undefined ? {} : { createdAt: { $lt: before } }),
      };
      return (await mongo.sales.find(filter).sort({ createdAt: -1 }).limit(limit).lean()).map(asSale);
    },
    async open(identity, connectionId, zone, now) {
      const known = await find(identity.merchantId, saleIdOf(identity));
      if (known) return known;
      const fresh = newSale(identity, connectionId, zone, now);
      try {
        await mongo.sales.insertMany([fresh], { lean: true });
        return asSale(fresh);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const opened = await find(identity.merchantId, fresh._id);
        if (!opened) throw error;
        return opened;
      }
    },
    change: (change) => changeSaleIn(mongo, change, null),
  };
}

/** Writes a sale's change, in the caller's transaction if there is one. */
export async function changeSaleIn(
  mongo: Mongo,
  change: SaleChange,
  session: ClientSession | null,
): Promise<void> {
  const { matchedCount } = await mongo.sales.updateOne(
    { _id: change.id, merchantId: change.merchantId, version: change.version },
    {
      $set: change.set,
      $inc: { version: 1 },
      ...(change.event ? { $push: { timeline: change.event } } : {}),
    },
    session ? { session } : {},
  );
  if (matchedCount !== 1)
    throw new ConcurrentChangeError(`Sale ${change.id} changed while it was being worked on.`);
}

function newSale(identity: SaleIdentity, connectionId: string | null, zone: string, now: Date): SaleDoc {
  const { merchantId, channel, externalId } = identity;
  const id = saleIdOf(identity);
  return {
    _id: id,
    merchantId,
    channel,
    externalId,
    connectionId,
    number: null,
    refs: [id, externalId],
    storeId: null,
    zone,
    soldAt: null,
    totalCents: 0,
    freightCents: 0,
    otherExpensesCents: 0,
    discountCents: 0,
    items: [],
    sourceStatus: 'open',
    refusal: null,
    contactId: null,
    identifiedBy: null,
    customerId: null,
    completedAt: null,
    claimedAt: null,
    returnedCents: 0,
    programVersion: null,
    status: 'waiting',
    earnedCents: 0,
    activatesAt: null,
    expiresAt: null,
    explanation: [],
    timeline: [{ at: now, event: 'received', text: 'Venda recebida' }],
    told: [],
    postponed: [],
    readAt: null,
    createdAt: now,
    version: 1,
  };
}

function asSale({ _id, ...sale }: SaleDoc): Sale {
  return { id: _id, ...sale };
}

function toSale(doc: SaleDoc | null): Sale | null {
  return doc ? asSale(doc) : null;
}

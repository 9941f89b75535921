import type { ClientSession } from 'mongoose';
import type { Channel } from '../../loyalty';
import { saleIdOf } from '../../ids';
import type { SaleIdentity } from '../../ids';
import { ConcurrentChangeError, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import type { SaleDoc } from './sale-model';
import { saleModel } from './sale-model';
import { postingChange } from './posted-sale';
import type { PostedSale } from './posted-sale';

/** Times a posting is read against the sale anew, when somebody else changed it meanwhile. */
const ATTEMPTS = 5;

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
  /**
   * Newest first. `before` and `beforeId` are `createdAt` and id of the last sale seen; without the id, sales of that very
   * instant are left out.
   */
  list(
    merchantId: string,
    filter: { customerId?: string; channel?: Channel; before?: Date; beforeId?: string; limit: number },
  ): Promise<Sale[]>;
  /** The sale, opened now if it was unknown. */
  open(identity: SaleIdentity, connectionId: string | null, zone: string, now: Date): Promise<Sale>;
  /**
   * The sale as its channel tells it, opened now if it was unknown; told the same again, it stays as it is.
   * @param zone of a sale that is opened by it
   * @throws ConcurrentChangeError if others kept changing it
   */
  record(merchantId: string, posted: PostedSale, zone: string, now: Date): Promise<Sale>;
  /** What `record` would do now, without doing it. */
  foresee(merchantId: string, posted: PostedSale, now: Date): Promise<'created' | 'updated' | 'unchanged'>;
  /** @throws ConcurrentChangeError if the sale has changed since `change.version` */
  change(change: SaleChange): Promise<void>;
}

export function createSales(mongo: Mongo): Sales {
  const find = async (merchantId: string, saleId: string): Promise<Sale | null> =>
    toSale(await mongo.of(saleModel).findOne({ _id: saleId, merchantId }).lean());

  return {
    get: find,
    find: (identity) => find(identity.merchantId, saleIdOf(identity)),
    named: async (merchantId, ref) =>
      (await mongo.of(saleModel).find({ merchantId, refs: ref }).limit(20).lean()).map(asSale),
    list: async (merchantId, { customerId, channel, before, beforeId, limit }) => {
      const filter = {
        merchantId,
        ...(customerId === undefined ? {} : { customerId }),
        ...(channel === undefined ? {} : { channel }),
        ...(before === undefined ? {} : seenBefore(before, beforeId)),
      };
      return (
        await mongo.of(saleModel).find(filter).sort({ createdAt: -1, _id: -1 }).limit(limit).lean()
      ).map(asSale);
    },
    async open(identity, connectionId, zone, now) {
      const known = await find(identity.merchantId, saleIdOf(identity));
      if (known) return known;
      const fresh = newSale(identity, connectionId, zone, now);
      try {
        await mongo.of(saleModel).insertMany([fresh], { lean: true });
        return asSale(fresh);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const opened = await find(identity.merchantId, fresh._id);
        if (!opened) throw error;
        return opened;
      }
    },
    async record(merchantId, posted, zone, now) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return asSale(await recordOnce(mongo, merchantId, posted, zone, now));
        } catch (error) {
          if (!(error instanceof ConcurrentChangeError) || attempt === ATTEMPTS) throw error;
        }
      }
    },
    async foresee(merchantId, posted, now) {
      const known = await stored(mongo, { ...posted, merchantId });
      if (!known) return 'created';
      return postingChange(known, posted, now) ? 'updated' : 'unchanged';
    },
    change: (change) => changeSaleIn(mongo, change, null),
  };
}

/** What comes after `before` and `beforeId` in a list, newest first. */
function seenBefore(before: Date, beforeId: string | undefined): Record<string, unknown> {
  if (beforeId === undefined) return { createdAt: { $lt: before } };
  return { $or: [{ createdAt: { $lt: before } }, { createdAt: before, _id: { $lt: beforeId } }] };
}

async function stored(mongo: Mongo, identity: SaleIdentity): Promise<SaleDoc | null> {
  return mongo
    .of(saleModel)
    .findOne({ _id: saleIdOf(identity), merchantId: identity.merchantId })
    .lean();
}

/** @throws ConcurrentChangeError when somebody opened or changed the sale at the same moment */
async function recordOnce(
  mongo: Mongo,
  merchantId: string,
  posted: PostedSale,
  zone: string,
  now: Date,
): Promise<SaleDoc> {
  const known = await stored(mongo, { ...posted, merchantId });
  const sale = known ?? newSale({ ...posted, merchantId }, null, zone, now);
  const change = postingChange(sale, posted, now);
  if (!change) return sale;
  const { set, event } = change;
  const timeline = [...sale.timeline, event];
  if (known) {
    await changeSaleIn(mongo, { merchantId, id: sale._id, version: sale.version, ...change }, null);
    return { ...sale, ...set, timeline, version: sale.version + 1 };
  }
  const fresh = { ...sale, ...set, timeline };
  try {
    await mongo.of(saleModel).insertMany([fresh], { lean: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConcurrentChangeError(`Sale ${sale._id} was opened by somebody else at the same moment.`);
  }
  return fresh;
}

/** Writes a sale's change, in the caller's transaction if there is one. */
export async function changeSaleIn(
  mongo: Mongo,
  change: SaleChange,
  session: ClientSession | null,
): Promise<void> {
  const { matchedCount } = await mongo.of(saleModel).updateOne(
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
    marketplaceNumber: null,
    invoiceNumber: null,
    duplicateOf: null,
    heldFor: null,
    evidence: [],
    matchedAs: null,
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
    claimCall: null,
    returnedCents: 0,
    returns: [],
    refundedCents: 0,
    voided: false,
    pinned: null,
    evaluated: null,
    silent: false,
    programVersion: null,
    status: 'waiting',
    earnedCents: 0,
    earnedPoints: 0,
    earnedVouchers: 0,
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

/** What a sale stored before sources were compared does not say. */
const NEVER_COMPARED = {
  ...{ marketplaceNumber: null, invoiceNumber: null },
  ...{ duplicateOf: null, heldFor: null, evidence: [], matchedAs: null },
};

function asSale({ _id, ...sale }: SaleDoc): Sale {
  return { id: _id, ...NEVER_COMPARED, ...sale };
}

function toSale(doc: SaleDoc | null): Sale | null {
  return doc ? asSale(doc) : null;
}

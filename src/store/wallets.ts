import { Mutex } from 'async-mutex';
import type { ClientSession } from 'mongoose';
import { Book, emptyWallet, totalsOf } from '../loyalty';
import type { Instant, Redemption, Wallet } from '../loyalty';
import {
  fromEntry,
  fromGrant,
  fromLot,
  fromRedemption,
  toGrant,
  toLot,
  toRedemption,
} from './ledger-documents';
import type { LotDoc, WalletDoc } from './models/ledger';
import { ConcurrentChangeError, inTransaction } from './mongo';
import type { Mongo } from './mongo';
import { changeSaleIn } from './sales';
import type { SaleChange } from './sales';

/** Nobody of this merchant has that id. */
export class UnknownCustomerError extends Error {
  override readonly name = 'UnknownCustomerError';
}

/** What an operation is about, beyond what is open anyway: closed lots, grants and redemptions it must see. */
export interface About {
  saleId?: string;
  redemptionId?: string;
  /** The customer's redemptions that name this sale (R31). */
  saleRef?: string;
}

/** A change of one customer's value, and of the sale it comes from, if any: stored together or not at all. */
export interface WalletChange<T> {
  result: T;
  sale?: SaleChange;
}

/** The wallets of customers: the only way to change value, and to read it. */
export interface Wallets {
  /**
   * Locks the wallet, lets `change` move value in the book, and stores entries, lots, redemptions, grants, totals and sale
   * in one transaction. `change` is pure, may run more than once, and gets the time that holds in this wallet.
   * Whatever it throws undoes everything.
   */
  change<T>(
    merchantId: string,
    customerId: string,
    about: About,
    now: Instant,
    change: (book: Book, now: Instant) => WalletChange<T>,
  ): Promise<T>;
  /** The wallet with what is open and what is asked about, for looking; null for somebody who is not the merchant's customer. */
  read(merchantId: string, customerId: string, about?: About): Promise<Wallet | null>;
}

export function createWallets(mongo: Mongo): Wallets {
  const queues = new Map<string, Mutex>();

  return {
    async change(merchantId, customerId, about, now, change) {
      const queue = queues.get(customerId) ?? new Mutex();
      queues.set(customerId, queue);
      try {
        return await queue.runExclusive(() =>
          inTransaction(mongo, async (session) => {
            const locked = await lockWallet(mongo, session, merchantId, customerId);
            const { wallet, versions } = await loadWallet(mongo, session, locked, about);
            const book = new Book(wallet);
            const { result, sale } = change(book, Math.max(now, wallet.lastAt));
            await saveBook(mongo, session, locked, book, versions);
            if (sale) await changeSaleIn(mongo, sale, session);
            return result;
          }),
        );
      } finally {
        if (!queue.isLocked()) queues.delete(customerId);
      }
    },

    async read(merchantId, customerId, about = {}) {
      const doc = await mongo.wallets.findOne({ _id: customerId, merchantId }).lean();
      return doc ? (await loadWallet(mongo, null, doc, about)).wallet : null;
    },
  };
}

/** Taking the version makes two changes of one wallet meet here, before either has read anything. */
async function lockWallet(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<WalletDoc> {
  const doc = await mongo.wallets
    .findOneAndUpdate(
      { _id: customerId, merchantId },
      { $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!doc) throw new UnknownCustomerError(`Customer ${customerId} is not known to merchant ${merchantId}.`);
  return doc;
}

async function loadWallet(
  mongo: Mongo,
  session: ClientSession | null,
  doc: WalletDoc,
  about: About,
): Promise<{ wallet: Wallet; versions: Map<string, number> }> {
  const customerId = doc._id;
  const redemptions = await loadRedemptions(mongo, session, doc, about);
  const drawn = redemptions.flatMap((redemption) => redemption.draws.map(({ lotId }) => lotId));
  const lots = await loadLots(mongo, session, customerId, about.saleId, drawn);
  const wantsGrants = [
    ...(about.saleId === undefined ? [] : [{ saleId: about.saleId, customerId }]),
    ...(doc.collectsLater ? [{ customerId, collectsLater: true, letOff: { $gt: 0 } }] : []),
  ];
  const grants =
    wantsGrants.length === 0 ? [] : await mongo.grants.find({ $or: wantsGrants }).session(session).lean();
  return {
    wallet: {
      ...emptyWallet(customerId),
      debt: { cashback: doc.cashback.debt, points: doc.points.debt },
      lastAt: doc.lastAt.getTime(),
      lots: lots.map(toLot),
      redemptions,
      grants: grants.map(toGrant),
    },
    versions: new Map(lots.map((lot) => [lot._id, lot.version])),
  };
}

async function loadRedemptions(
  mongo: Mongo,
  session: ClientSession | null,
  { _id: customerId, cashback, points }: WalletDoc,
  { redemptionId, saleRef }: About,
): Promise<Redemption[]> {
  const wanted: Record<string, unknown>[] = [
    ...(cashback.reserved + points.reserved > 0 ? [{ customerId, state: 'reserved' }] : []),
    ...(redemptionId === undefined ? [] : [{ _id: redemptionId, customerId }]),
    ...(saleRef === undefined ? [] : [{ customerId, saleRef }]),
  ];
  if (wanted.length === 0) return [];
  return (await mongo.redemptions.find({ $or: wanted }).session(session).lean()).map(toRedemption);
}

async function loadLots(
  mongo: Mongo,
  session: ClientSession | null,
  customerId: string,
  saleId: string | undefined,
  drawn: string[],
): Promise<LotDoc[]> {
  const wanted: Record<string, unknown>[] = [
    { customerId, open: true },
    ...(saleId === undefined ? [] : [{ saleId, customerId }]),
    ...(drawn.length === 0 ? [] : [{ _id: { $in: drawn }, customerId }]),
  ];
  return mongo.lots
    .find(wanted.length === 1 ? wanted[0]! : { $or: wanted })
    .session(session)
    .lean();
}

async function saveBook(
  mongo: Mongo,
  session: ClientSession,
  doc: WalletDoc,
  book: Book,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  const { merchantId } = doc;
  const { entries, lots, redemptions, grants } = book.changes();
  if (entries.length + lots.length + redemptions.length + grants.length === 0) return;
  const recordedAt = new Date();
  const saleOfLot = (lotId: string): string | null => book.lot(lotId).saleId;
  if (entries.length > 0) {
    await mongo.entries.insertMany(
      entries.map((entry, index) =>
        fromEntry(merchantId, entry, { seq: doc.entryCount + index + 1, recordedAt, saleOfLot }),
      ),
      { session, ordered: true, lean: true },
    );
  }
  await saveLots(mongo, session, merchantId, book, versions);
  for (const redemption of redemptions) {
    const stored = fromRedemption(merchantId, redemption);
    await mongo.redemptions.replaceOne({ _id: stored._id, merchantId }, stored, { session, upsert: true });
  }
  for (const grant of grants) {
    const stored = fromGrant(merchantId, grant);
    await mongo.grants.replaceOne({ _id: stored._id, merchantId }, stored, { session, upsert: true });
  }
  await mongo.wallets.updateOne(
    { _id: doc._id, merchantId },
    {
      $set: {
        cashback: totalsOf(book.wallet, 'cashback'),
        points: totalsOf(book.wallet, 'points'),
        entryCount: doc.entryCount + entries.length,
        collectsLater: book.wallet.grants.some((grant) => grant.collectsLater && grant.letOff > 0),
        lastAt: new Date(book.wallet.lastAt),
      },
    },
    { session },
  );
}

/** Each lot is written only over the version it was read at. */
async function saveLots(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  book: Book,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  const { lots } = book.changes();
  if (lots.length === 0) return;
  const written = await mongo.lots.bulkWrite(
    lots.map((lot) => {
      const version = versions.get(lot.id);
      const stored = fromLot(merchantId, lot, (version ?? 0) + 1);
      return version === undefined
        ? { insertOne: { document: stored } }
        : { replaceOne: { filter: { _id: lot.id, merchantId, version }, replacement: stored } };
    }),
    { session, ordered: true },
  );
  if (written.insertedCount + written.matchedCount !== lots.length)
    throw new ConcurrentChangeError('A lot changed while it was being moved.');
}

import { Mutex } from 'async-mutex';
import type { ClientSession } from 'mongoose';
import { Book } from '../loyalty';
import type { Instant, Lot, Wallet } from '../loyalty';
import { budgetChanges, Budgets, deservedBefore } from './budgets';
import { toLot } from './ledger-documents';
import { loadWallet } from './load-wallet';
import type { About } from './load-wallet';
import type { WalletDoc } from './models/ledger';
import { inTransaction } from './mongo';
import type { Mongo } from './mongo';
import { changeSaleIn } from './sales';
import type { SaleChange } from './sales';
import { saveBook } from './save-book';
import { foreseeUsage, readUsage } from './usage';
import type { Usage, UsageRequest } from './usage';

/** Nobody of this merchant has that id. */
export class UnknownCustomerError extends Error {
  override readonly name = 'UnknownCustomerError';
}

/** A change of one customer's value, and of the sale it comes from, if any: stored together or not at all. */
export interface WalletChange<T> {
  result: T;
  sale?: SaleChange;
}

/** A change that has to know what caps and budgets have been used for gets it with the book. */
export type Change<T> = (book: Book, now: Instant, usage: Usage) => WalletChange<T>;

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
    about: About & { usage?: UsageRequest },
    now: Instant,
    change: Change<T>,
  ): Promise<T>;
  /** The wallet with what is open and what is asked about, for looking; null for somebody who is not the merchant's customer. */
  read(merchantId: string, customerId: string, about?: About): Promise<Wallet | null>;
  /** What a change would be told of caps and budgets now, read without locking anything; null: somebody not known yet. */
  foreseeUsage(merchantId: string, customerId: string | null, request: UsageRequest): Promise<Usage>;
  /** A voucher's lot, by the code staff type, in its one spelling, or by its id. */
  voucher(merchantId: string, by: { code: string } | { lotId: string }): Promise<Lot | null>;
}

const NO_USAGE: Usage = { month: [], budget: {}, firstPurchase: true };

export function createWallets(mongo: Mongo): Wallets {
  const queues = new Map<string, Mutex>();
  const budgets = new Budgets(mongo);

  return {
    async change(merchantId, customerId, { usage, ...about }, now, change) {
      const queue = queues.get(customerId) ?? new Mutex();
      queues.set(customerId, queue);
      try {
        return await queue.runExclusive(() =>
          budgets.exclusively(merchantId, usage?.budgets ?? [], () =>
            inTransaction(mongo, (session) =>
              changeIn(session, merchantId, customerId, about, usage, now, change),
            ),
          ),
        );
      } finally {
        if (!queue.isLocked()) queues.delete(customerId);
      }
    },

    async read(merchantId, customerId, about = {}) {
      const doc = await findWallet(mongo, merchantId, customerId);
      return doc ? (await loadWallet(mongo, null, doc, about)).wallet : null;
    },

    foreseeUsage: (merchantId, customerId, request) =>
      foreseeUsage(mongo, budgets, merchantId, customerId, request),

    async voucher(merchantId, by) {
      const lotId = 'lotId' in by ? by.lotId : await lotOfCode(mongo, merchantId, by.code);
      const lot = lotId === null ? null : await mongo.lots.findOne({ _id: lotId, merchantId }).lean();
      return lot?.type === 'voucher' ? toLot(lot) : null;
    },
  };

  async function changeIn<T>(
    session: ClientSession,
    merchantId: string,
    customerId: string,
    about: About,
    request: UsageRequest | undefined,
    now: Instant,
    change: Change<T>,
  ): Promise<T> {
    const locked = await lockWallet(mongo, session, merchantId, customerId);
    const { wallet, versions } = await loadWallet(mongo, session, locked, about);
    const usage = request
      ? await readUsage(mongo, budgets, session, merchantId, wallet.customerId, request)
      : NO_USAGE;
    const before = deservedBefore(wallet.grants);
    const book = new Book(wallet);
    const { result, sale } = change(book, Math.max(now, wallet.lastAt), usage);
    await saveBook(mongo, session, locked, book, versions);
    await budgets.count(session, merchantId, budgetChanges(before, book.changes().grants));
    if (sale) await changeSaleIn(mongo, sale, session);
    return result;
  }
}

/**
 * Taking the version makes two changes of one wallet meet here, before either has read anything. Whoever was merged into
 * somebody else has that customer's wallet.
 */
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
  return doc.mergedInto ? lockWallet(mongo, session, merchantId, doc.mergedInto) : doc;
}

/** The wallet that answers for a customer: that of whoever the customer was merged into. */
async function findWallet(mongo: Mongo, merchantId: string, customerId: string): Promise<WalletDoc | null> {
  const doc = await mongo.wallets.findOne({ _id: customerId, merchantId }).lean();
  return doc?.mergedInto ? findWallet(mongo, merchantId, doc.mergedInto) : doc;
}

async function lotOfCode(mongo: Mongo, merchantId: string, code: string): Promise<string | null> {
  const known = await mongo.voucherCodes.findOne({ _id: `${merchantId}|${code}`, merchantId }).lean();
  return known?.lotId ?? null;
}

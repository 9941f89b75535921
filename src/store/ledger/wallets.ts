import { Mutex } from 'async-mutex';
import type { ClientSession } from 'mongoose';
import { NO_CALL, takeCall } from '../command';
import type { TakenCall, WaitedCall } from '../command';
import { saleModel } from '../sale';
import { Book, NOTHING_USED } from '../../loyalty';
import type { Instant, Lot, Usage, UsageRequest, Wallet } from '../../loyalty';
import { ConcurrentChangeError, inSnapshot, inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import type { SaleChange } from '../sale';
import { lotModel } from './lot-model';

import type { AsRead } from './as-read';
import { nameByCode } from './clear-uses';
import { budgetChanges, deservedBefore } from './budget-changes';
import { Budgets } from './budgets';
import { toLot } from './ledger-documents';
import { loadWallet } from './load-wallet';
import type { About } from './load-wallet';
import { findWallet, lockWallet, WalletMovingError } from './wallet-lock';
import { openWallets } from './open-wallets';
import { changeSaleIn } from './sale-changes';
import { saveBook } from './save-book';
import { unwokenBy, usesAsRead } from './unwoken';
import { foreseeUsage, readUsage } from './usage';
import type { VoucherCodeNames } from './voucher-code-names';
import { VoucherCodes } from './voucher-codes';

/** A change of one customer's value, and of the sale it comes from, if any: stored together or not at all. */
export interface WalletChange<T> {
  result: T;
  sale?: SaleChange;
}

/**
 * Decides what changes. `usage` is what caps and budgets have been used for, where `ChangeAbout.usage` asks for it; `taken`
 * whether anybody still waits for `ChangeAbout.call`, and whether it was done before.
 */
export type Change<T> = (book: Book, now: Instant, usage: Usage, taken: TakenCall) => WalletChange<T>;

/** `saleVersion` is the version of the sale that `change` was decided by; `call` the call of staff that it is made for. */
export type ChangeAbout = About & { usage?: UsageRequest; saleVersion?: number; call?: WaitedCall };

/** The wallets of customers: the only way to change value, and to read it. */
export interface Wallets {
  /**
   * Locks the wallet, lets `change` move value in the book, and stores entries, lots, redemptions, grants, totals and sale
   * in one transaction. `change` is pure, may run more than once, and gets the time that holds in this wallet.
   * If it throws, nothing is stored. A customer who was merged into another has that customer's wallet; a sale that still
   * belongs to the one merged away is given to the one who remains, and the caller reads it again.
   * @throws Refusal `customer_not_found` for somebody who is not the merchant's customer
   * @throws ConcurrentChangeError if the sale it is about has changed since `saleVersion`, or has just changed its customer; or
   * while the wallet is moved by a merge in parts
   */
  change<T>(
    merchantId: string,
    customerId: string,
    about: ChangeAbout,
    now: Instant,
    change: Change<T>,
  ): Promise<T>;
  /**
   * The wallet with what is open and what is asked about, for looking, all as of one moment; where a voucher is asked about, the
   * wallet of whoever has it by then. Null for somebody who is not the merchant's customer.
   */
  read(merchantId: string, customerId: string, about?: About): Promise<Wallet | null>;
  /** What is open in each of these wallets, all as of one moment; ids of nobody are left out. */
  readOpen(merchantId: string, customerIds: readonly string[]): Promise<Map<string, Wallet>>;
  /** What a change would read of caps and budgets now, without locking anything. `customerId` null: somebody not known yet. */
  foreseeUsage(merchantId: string, customerId: string | null, request: UsageRequest): Promise<Usage>;
  /** The lots of vouchers by these ids, in no particular order. */
  vouchers(merchantId: string, lotIds: readonly string[]): Promise<Lot[]>;
  /** A voucher's lot, by the code staff type, in its one spelling, or by its id. */
  voucher(merchantId: string, by: { code: string } | { lotId: string }): Promise<Lot | null>;
}

/** What a change of value may find of merges that broke off. */
export interface MergesToHeal {
  /** Gives a sale that is still with somebody who was merged away to the customer who remains. */
  adoptSale(merchantId: string, saleId: string, customerId: string): Promise<void>;
  /** Carries a merge or its undoing on, unless somebody is at it. */
  carryOn(merchantId: string, mergeId: string): Promise<void>;
}

export function createWallets(mongo: Mongo, names: VoucherCodeNames, merges: MergesToHeal): Wallets {
  const queues = new Map<string, Mutex>();
  const budgets = new Budgets(mongo);
  const codes = new VoucherCodes(mongo, names);

  return {
    async change(merchantId, customerId, about, now, change) {
      const queue = queues.get(customerId) ?? new Mutex();
      queues.set(customerId, queue);
      try {
        return await queue.runExclusive(() =>
          budgets.exclusively(merchantId, about.usage?.budgets ?? [], () =>
            inTransaction(mongo, (session) => changeIn(session, merchantId, customerId, about, now, change)),
          ),
        );
      } catch (error) {
        if (error instanceof MergedAwayError) await merges.adoptSale(merchantId, error.saleId, customerId);
        if (error instanceof WalletMovingError) await merges.carryOn(merchantId, error.mergeId);
        throw error;
      } finally {
        if (!queue.isLocked()) queues.delete(customerId);
      }
    },

    async read(merchantId, customerId, about = {}) {
      return inSnapshot(mongo, async (session) => {
        const holder =
          (about.voucher && (await holderOf(mongo, session, merchantId, about.voucher))) ?? customerId;
        const doc = await findWallet(mongo, session, merchantId, holder);
        return doc ? (await loadWallet(mongo, session, doc, about)).wallet : null;
      });
    },

    readOpen: (merchantId, customerIds) =>
      inSnapshot(mongo, (session) => openWallets(mongo, session, merchantId, customerIds)),

    foreseeUsage: (merchantId, customerId, request) =>
      foreseeUsage(mongo, budgets, merchantId, customerId, request),

    async vouchers(merchantId, lotIds) {
      if (lotIds.length === 0) return [];
      const found = await mongo.find(lotModel, { _id: { $in: [...lotIds] }, merchantId });
      return found.filter(({ type }) => type === 'voucher').map(toLot);
    },

    async voucher(merchantId, by) {
      const lotId = 'lotId' in by ? by.lotId : await codes.lotId(merchantId, by.code);
      const lot = lotId === null ? null : await mongo.of(lotModel).findOne({ _id: lotId, merchantId }).lean();
      return lot?.type === 'voucher' ? toLot(lot) : null;
    },
  };

  async function changeIn<T>(
    session: ClientSession,
    merchantId: string,
    customerId: string,
    { usage: request, saleVersion, call, ...about }: ChangeAbout,
    now: Instant,
    change: Change<T>,
  ): Promise<T> {
    const locked = await lockWallet(mongo, session, merchantId, customerId);
    if (locked._id !== customerId && about.saleId !== undefined) throw new MergedAwayError(about.saleId);
    const { wallet, read } = await loadWallet(mongo, session, locked, about);
    const usage = request
      ? await readUsage(mongo, budgets, session, merchantId, wallet.customerId, request)
      : NOTHING_USED;
    const taken = call ? await takeCall(mongo, session, merchantId, call) : NO_CALL;
    const before = deservedBefore(wallet.grants);
    const uses = usesAsRead(wallet);
    const book = new Book(wallet);
    const { result, sale } = change(book, Math.max(now, wallet.lastAt), usage, taken);
    const moved = book.entries.length > 0;
    // Before the entries, as the last of them attests the sale as it is then.
    const kept = sale ? await changeSaleIn(mongo, session, sale, locked._id, moved) : null;
    const unwoken = unwokenBy(book, uses, { saleId: about.saleId, at: new Date(now) });
    await saveBook(mongo, session, locked, book, read, { sale: kept, unwoken });
    await keepCodes(session, merchantId, book, read);
    await budgets.count(session, merchantId, budgetChanges(before, book.changes().grants));
    if (!sale && saleVersion !== undefined && moved)
      await expectSaleIn(mongo, session, merchantId, about.saleId, saleVersion);
    return result;
  }

  /** Vouchers that are new take their codes, and new uses name them as long as they have to. */
  async function keepCodes(
    session: ClientSession,
    merchantId: string,
    book: Book,
    read: AsRead,
  ): Promise<void> {
    const { lots, redemptions } = book.changes();
    await codes.keep(
      session,
      merchantId,
      lots.filter(({ id }) => !read.lots.has(id)),
    );
    const made = redemptions.filter(({ id }) => !read.redemptions.has(id));
    await nameByCode(mongo, session, names.clearUses, merchantId, { book, made });
  }
}

/** The sale still belongs to a customer who was merged into another: it has to be given to that one and read again. */
class MergedAwayError extends ConcurrentChangeError {
  override readonly name = 'ConcurrentChangeError';

  constructor(readonly saleId: string) {
    super(`The customer of sale ${saleId} was merged into another: read the sale again.`);
  }
}

/** Value moves only by the sale as it is now: since it was read, a merge may have been undone. */
async function expectSaleIn(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  saleId: string | undefined,
  version: number,
): Promise<void> {
  const known = await mongo.of(saleModel).exists({ _id: saleId, merchantId, version }).session(session);
  if (!known) throw new ConcurrentChangeError(`Sale ${saleId} changed while it was being settled.`);
}

/** Whose a voucher is; undefined: there is no such voucher. */
async function holderOf(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  { lotId }: { lotId: string },
): Promise<string | undefined> {
  const of = { _id: lotId, merchantId };
  return (await mongo.of(lotModel).findOne(of).select({ customerId: 1 }).session(session).lean())?.customerId;
}

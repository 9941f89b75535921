import { ledgersInOrder } from '../../loyalty';
import type { Entry, Grant } from '../../loyalty';
import type { Mongo } from '../mongo';
import { entryModel } from './entry-model';
import { grantModel } from './grant-model';
import { toEntry, toGrant } from './ledger-documents';
import type { EntryDoc } from './entry-model';
import { walletModel } from './wallet-model';

/** An entry with its place in the customer's ledger. */
export interface StatementLine extends Entry {
  seq: number;
}

/** The append-only entries, for reading. */
export interface Statements {
  /** Newest first; `before` is the `seq` of the last line already seen. */
  statement(
    merchantId: string,
    customerId: string,
    page: { before?: number; limit: number },
  ): Promise<StatementLine[]>;
  /** Those of the entries with these natural keys that were written. */
  entries(merchantId: string, keys: readonly string[]): Promise<StatementLine[]>;
  /**
   * Oldest first: everything that moved because of a sale, or moved its lots. Each ledger in its own order also within
   * a millisecond, and what a merge takes out of one comes before it is in the other.
   */
  entriesOfSale(merchantId: string, saleId: string): Promise<StatementLine[]>;
  grantsOfSale(merchantId: string, saleId: string): Promise<Grant[]>;
  /** What the merchant's customers have together: the merchant's liability, and what customers owe. */
  outstanding(merchantId: string): Promise<Outstanding>;
}

/** Sums over wallets. */
export type Outstanding = Record<
  'active' | 'pending' | 'reserved' | 'debt',
  { cents: number; points: number }
>;

export function createStatements(mongo: Mongo): Statements {
  return {
    async statement(merchantId, customerId, { before, limit }) {
      const filter = { merchantId, customerId, ...(before === undefined ? {} : { seq: { $lt: before } }) };
      return (await mongo.of(entryModel).find(filter).sort({ seq: -1 }).limit(limit).lean()).map(toLine);
    },
    entries: async (merchantId, keys) => {
      const ids = keys.map((key) => `${merchantId}/${key}`);
      return (
        await mongo
          .of(entryModel)
          .find({ merchantId, _id: { $in: ids } })
          .lean()
      ).map(toLine);
    },
    async entriesOfSale(merchantId, saleId) {
      const lines = (await mongo.of(entryModel).find({ merchantId, saleIds: saleId }).lean()).map(toLine);
      const customerIds = [...new Set(lines.map(({ customerId }) => customerId))].sort();
      const ledgers = customerIds.map((customerId) => ({
        customerId,
        entries: lines.filter((line) => line.customerId === customerId).sort(bySeq),
      }));
      return ledgersInOrder(ledgers).map(({ entry }) => entry);
    },
    grantsOfSale: async (merchantId, saleId) =>
      (await mongo.find(grantModel, { merchantId, saleId })).map(toGrant),
    outstanding: (merchantId) => outstandingOf(mongo, merchantId),
  };
}

async function outstandingOf(mongo: Mongo, merchantId: string): Promise<Outstanding> {
  const states = ['active', 'pending', 'reserved', 'debt'] as const;
  const sums = states.flatMap((state): [string, { $sum: string }][] => [
    [`${state}_cents`, { $sum: `$cashback.${state}` }],
    [`${state}_points`, { $sum: `$points.${state}` }],
  ]);
  const [found] = await mongo
    .of(walletModel)
    .aggregate<Record<string, number>>([
      { $match: { merchantId } },
      { $group: { _id: null, ...Object.fromEntries(sums) } },
    ]);
  const sum = (state: string, unit: string): number => found?.[`${state}_${unit}`] ?? 0;
  return Object.fromEntries(
    states.map((state) => [state, { cents: sum(state, 'cents'), points: sum(state, 'points') }]),
  ) as Outstanding;
}

function bySeq(one: StatementLine, other: StatementLine): number {
  return one.seq - other.seq;
}

function toLine(doc: EntryDoc): StatementLine {
  return { ...toEntry(doc), seq: doc.seq };
}

import type { Entry, Grant, LedgerProblem } from '../loyalty';
import { verifyCustomer } from '../loyalty';
import { toEntry, toGrant, toLot, toRedemption } from './ledger-documents';
import type { EntryDoc } from './models/ledger';
import type { Mongo } from './mongo';

/** An entry with its place in the customer's ledger. */
export interface StatementLine extends Entry {
  seq: number;
}

/** What a verification found. */
export interface Verification {
  customers: number;
  entries: number;
  problems: LedgerProblem[];
}

/** Problems named in one verification; more are counted as one line. */
const NAMED_PROBLEMS = 1_000;

/** The append-only entries, for reading and for proof. */
export interface Ledger {
  /** Newest first; `before` is the `seq` of the last line already seen. */
  statement(
    merchantId: string,
    customerId: string,
    page: { before?: number; limit: number },
  ): Promise<StatementLine[]>;
  /** Whether an entry with this natural key was written. */
  has(merchantId: string, key: string): Promise<boolean>;
  /** Oldest first: everything that moved because of a sale, or moved its lots. */
  ofSale(merchantId: string, saleId: string): Promise<StatementLine[]>;
  grantsOf(merchantId: string, saleId: string): Promise<Grant[]>;
  /** Recomputes every customer from the entries alone, one at a time. */
  verify(merchantId: string): Promise<Verification>;
}

export function createLedger(mongo: Mongo): Ledger {
  return {
    async statement(merchantId, customerId, { before, limit }) {
      const filter = { merchantId, customerId, ...(before === undefined ? {} : { seq: { $lt: before } }) };
      return (await mongo.entries.find(filter).sort({ customerId: 1, seq: -1 }).limit(limit).lean()).map(
        toLine,
      );
    },
    has: async (merchantId, key) => (await mongo.entries.exists({ _id: `${merchantId}/${key}` })) !== null,
    ofSale: async (merchantId, saleId) =>
      (await mongo.entries.find({ merchantId, saleIds: saleId }).sort({ at: 1, seq: 1 }).lean()).map(toLine),
    grantsOf: async (merchantId, saleId) =>
      (await mongo.grants.find({ merchantId, saleId }).lean()).map(toGrant),
    async verify(merchantId) {
      const found: Verification = { customers: 0, entries: 0, problems: [] };
      for await (const wallet of mongo.wallets.find({ merchantId }).select({ _id: 1 }).lean().cursor()) {
        const { entries, problems } = await verifyOne(mongo, merchantId, wallet._id);
        found.customers += 1;
        found.entries += entries;
        found.problems.push(...problems.slice(0, NAMED_PROBLEMS - found.problems.length));
      }
      return found;
    },
  };
}

/** Reads one customer as of one moment, and compares. */
async function verifyOne(
  mongo: Mongo,
  merchantId: string,
  customerId: string,
): Promise<{ entries: number; problems: LedgerProblem[] }> {
  return mongo.connection.getClient().withSession(async (session) =>
    session.withTransaction(
      async () => {
        const of = { merchantId, customerId };
        const wallet = await mongo.wallets.findOne({ _id: customerId, merchantId }).session(session).lean();
        const entries = await mongo.entries.find(of).sort({ customerId: 1, seq: 1 }).session(session).lean();
        const lots = await mongo.lots.find(of).session(session).lean();
        const redemptions = await mongo.redemptions.find(of).session(session).lean();
        const grants = await mongo.grants.find(of).session(session).lean();
        if (!wallet) return { entries: 0, problems: [] };
        const problems = verifyCustomer({
          wallet: {
            customerId,
            debt: { cashback: wallet.cashback.debt, points: wallet.points.debt },
            lastAt: wallet.lastAt.getTime(),
            lots: lots.map(toLot),
            redemptions: redemptions.map(toRedemption),
            grants: grants.map(toGrant),
          },
          entries: entries.map(toEntry),
          totals: { cashback: wallet.cashback, points: wallet.points },
        });
        return {
          entries: entries.length,
          problems: [...problems, ...gaps(entries, wallet.entryCount, customerId)],
        };
      },
      { readConcern: { level: 'snapshot' } },
    ),
  );
}

/** An entry that was removed leaves a hole in the sequence. */
function gaps(entries: readonly EntryDoc[], entryCount: number, customerId: string): LedgerProblem[] {
  const hole = entries.findIndex((entry, index) => entry.seq !== index + 1);
  if (hole === -1 && entries.length === entryCount) return [];
  return [
    {
      subject: `ledger of ${customerId}`,
      problem: `entry ${hole === -1 ? entries.length + 1 : hole + 1} of ${entryCount} is missing`,
    },
  ];
}

function toLine(doc: EntryDoc): StatementLine {
  return { ...toEntry(doc), seq: doc.seq };
}

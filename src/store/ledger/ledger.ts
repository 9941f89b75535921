import type { Entry, Grant, Instant } from '../../loyalty';
import { toEntry, toGrant } from './ledger-documents';
import type { EntryDoc } from './ledger-model';
import type { Mongo } from '../mongo/mongo';
import { sealLedger } from './proof/seals';
import type { Sealing } from './proof/seals';
import { verifyLedger } from './proof/verify-ledger';
import type { Verification, VerifyOptions } from './proof/verify-ledger';

/** An entry with its place in the customer's ledger. */
export interface StatementLine extends Entry {
  seq: number;
}

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
  /** Seals the ends of all chains that have grown since they were sealed last; may run any number of times at once. */
  seal(merchantId: string, now: Instant): Promise<Sealing>;
  /** Recomputes chains, lots, wallets, redemptions, accounts and seals from the entries alone, one customer at a time. */
  verify(merchantId: string, options?: VerifyOptions): Promise<Verification>;
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
    seal: (merchantId, now) => sealLedger(mongo, merchantId, now),
    verify: (merchantId, options = {}) => verifyLedger(mongo, merchantId, options),
  };
}

function toLine(doc: EntryDoc): StatementLine {
  return { ...toEntry(doc), seq: doc.seq };
}

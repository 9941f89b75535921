import type { Entry, Grant } from '../../loyalty';
import type { Mongo } from '../mongo';
import { entryModel } from './entry-model';
import { grantModel } from './grant-model';
import { toEntry, toGrant } from './ledger-documents';
import type { EntryDoc } from './entry-model';

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
  /** Oldest first: everything that moved because of a sale, or moved its lots. */
  entriesOfSale(merchantId: string, saleId: string): Promise<StatementLine[]>;
  grantsOfSale(merchantId: string, saleId: string): Promise<Grant[]>;
}

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
      const entries = await mongo.of(entryModel).find({ merchantId, saleIds: saleId }).lean();
      const byPlace = (one: EntryDoc, other: EntryDoc): number =>
        one.customerId === other.customerId
          ? one.seq - other.seq
          : one.customerId < other.customerId
            ? -1
            : 1;
      return entries.sort((one, other) => +one.at - +other.at || byPlace(one, other)).map(toLine);
    },
    grantsOfSale: async (merchantId, saleId) =>
      (await mongo.of(grantModel).find({ merchantId, saleId }).lean()).map(toGrant),
  };
}

function toLine(doc: EntryDoc): StatementLine {
  return { ...toEntry(doc), seq: doc.seq };
}

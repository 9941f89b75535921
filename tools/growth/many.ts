import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { refKey } from '../../src/loyalty';
import type { Book } from '../../src/loyalty';
import { keyedDigest, sealOf } from '../../src/store';
import type { SaleDoc, Store } from '../../src/store';

const ZONE = 'America/Sao_Paulo';
/** Sales written in one transaction: each of them reads the lots that are there. */
const BATCH = 2_000;
/** What each earns. */
const CENTS = 500;
const RULE = 'cashback';

/** A database with a way in beside the store. */
interface Database {
  store: Store;
  db: mongo.Db;
  /** What the store was opened with. */
  encryptionKey: Buffer;
}

/** A new customer who holds that many lots, each of a sale of its own. */
export async function giveLots(database: Database, merchantId: string, lots: number): Promise<string> {
  const { store } = database;
  const externalKey = `many:${randomUUID()}`;
  const nobody = { name: null, document: null, phones: [], emails: [], birthDate: null };
  const { customerId } = await store.customers.identify(merchantId, { ...nobody, externalKey }, new Date());
  const saleIds = Array.from({ length: lots }, (_, n) => `${customerId}-sale-${n}`);
  for (let done = 0; done < lots; done += BATCH) {
    const some = saleIds.slice(done, done + BATCH);
    await store.wallets.change(merchantId, customerId, {}, Date.now(), (book, now) => {
      for (const saleId of some) earn(book, saleId, now);
      return { result: undefined };
    });
    await copySales(database, { merchantId, customerId }, some);
  }
  return customerId;
}

/** Grants of the rule to others, as if that many sales had been settled before. */
export async function giveMany(db: mongo.Db, merchantId: string, grants: number): Promise<void> {
  for (let done = 0; done < grants; done += 10_000)
    await db.collection<{ _id: string }>('grants').insertMany(
      Array.from({ length: Math.min(10_000, grants - done) }, (_, n) => ({
        _id: `many-${done + n}/${RULE}/cashback/cus_many`,
        ...{ merchantId, saleId: `many-${done + n}`, customerId: `cus_many_${done + n}`, ruleId: RULE },
        ...{ type: 'cashback', programVersion: 1, month: '2026-01', lots: 1, clawbacks: 0 },
        ...{ granted: 500, taken: 100, letOff: 0, lapsed: 0, collectsLater: false },
      })),
      { ordered: false },
    );
}

/**
 * What settling such a sale writes, without looking at all the others each time: the lot, the grant, and the entries that give
 * and activate it.
 */
function earn(book: Book, saleId: string, now: number): void {
  const { customerId } = book.wallet;
  const of = { saleId, ruleId: RULE, type: 'cashback', programVersion: 1 } as const;
  const lot = book.addLot({
    ...{ ...of, customerId, id: `${saleId}/${RULE}/${customerId}/1`, revision: 1, zone: ZONE },
    ...{ createdAt: now, activatesAt: now, expiresAt: null, voucher: null },
  });
  book.addGrant({
    ...{ ...of, customerId, month: '2026-01', lots: 1, clawbacks: 0, granted: CENTS },
    ...{ taken: 0, letOff: 0, lapsed: 0, collectsLater: false },
  });
  const entry = { at: now, programVersion: 1, ruleId: RULE };
  book.post('cashback', {
    ...{ ...entry, type: 'EARN_PENDING', key: `earn/${lot.id}`, cause: { kind: 'sale', saleId } },
    moves: [{ lotId: lot.id, from: 'issued', to: 'pending', amount: CENTS }],
  });
  book.post('cashback', {
    ...{ ...entry, type: 'ACTIVATE', key: `activate/${lot.id}`, cause: { kind: 'clock' } },
    moves: [{ lotId: lot.id, from: 'pending', to: 'active', amount: CENTS }],
  });
}

/** One sale as the store writes it, and copies of it under the other ids. */
async function copySales(
  { db, store, encryptionKey }: Database,
  { merchantId, customerId }: { merchantId: string; customerId: string },
  saleIds: readonly string[],
): Promise<void> {
  const identity = { merchantId, channel: 'pos' as const, externalId: saleIds[0]! };
  const { id } = await store.sales.open(identity, null, ZONE, new Date());
  const sales = db.collection<SaleDoc>('sales');
  const like = (await sales.findOne({ _id: id }))!;
  await sales.deleteOne({ _id: id });
  const sealing = {
    keyedDigest: (purpose: string, text: string): string => keyedDigest(encryptionKey, purpose)(text),
  };
  await sales.insertMany(
    saleIds.map((saleId) => {
      const named = { _id: saleId, externalId: saleId, refs: [saleId], refKeys: [refKey(saleId)] };
      const copy = { ...like, ...named, customerId };
      return { ...copy, seal: sealOf(sealing, copy) };
    }),
  );
}

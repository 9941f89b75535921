import { randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import { adjust, programSchema, reserve, settleSale } from '../../src/loyalty';
import type { Book } from '../../src/loyalty';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store';
import { aContact, aProgram, aReserveCommand } from './builders';
import { testMongoUri } from './engines';
import { migrateQuietly } from './migrated-store';

const ZONE = 'America/Sao_Paulo';
const HOUR = 3_600_000;
export const NOW = Date.UTC(2026, 2, 10, 15);

/** A database with the store over it, and a way in beside the store. */
export interface OpenDatabase {
  uri: string;
  encryptionKey: Buffer;
  store: Store;
  db: mongo.Db;
  /** Moves what versions before have written to what this one writes. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** @param finish false: processes of earlier versions may still write */
export async function openDatabase({ finish = true } = {}): Promise<OpenDatabase> {
  const uri = testMongoUri();
  const settings = { uri, encryptionKey: Buffer.alloc(32, 7) };
  await migrateQuietly(settings, { finish });
  const client = await mongo.MongoClient.connect(uri);
  // A database that nobody has used is finished from the start.
  if (!finish) await client.db().collection('migrations').deleteMany({});
  const store = await openStore(settings);
  return {
    ...settings,
    store,
    db: client.db(),
    migrate: () => migrateQuietly(settings),
    async close() {
      await client.close();
      await store.close();
    },
  };
}

/** One customer of one merchant, whose ledger a test writes. */
export interface OneLedger {
  merchantId: string;
  customerId: string;
  /** Ids of what was written contain this. */
  tag: string;
}

/** A customer of this merchant, or of a new one who has published the versions that tests name. */
export async function aCustomerOf(store: Store, known?: string): Promise<OneLedger> {
  const merchantId = known ?? `mer_${randomUUID()}`;
  if (known === undefined) await publishVersions(store, merchantId);
  const { customerId } = await store.customers.identify(merchantId, aContact(), new Date(NOW));
  return { merchantId, customerId, tag: randomUUID().slice(0, 8) };
}

const VERSIONS = 3;

/** Publishes as many versions of a program as tests name. */
export async function publishVersions(store: Store, merchantId: string): Promise<void> {
  for (let version = 1; version <= VERSIONS; version += 1)
    await store.programs.publish(merchantId, programSchema.parse(aProgram()), new Date(NOW));
}

/** A sale that earns `cents`, usable at once for ten days. */
export function earn(store: Store, { merchantId, customerId, tag }: OneLedger, cents: number): Promise<void> {
  const saleId = `sal_${tag}`;
  return change(store, { merchantId, customerId, tag }, { saleId }, (book, now) => {
    const dates = { activatesAt: now, expiresAt: now + 240 * HOUR };
    const deserved = [{ ruleId: 'r', type: 'cashback' as const, amount: cents }];
    const of = { saleId, programVersion: 1, zone: ZONE, month: '2026-03', policy: 'allow_debt' as const };
    settleSale(book, { ...of, deserved, dates: () => dates }, now);
  });
}

/** A manual movement of `cents`, signed. */
export function adjustBy(store: Store, ledger: OneLedger, id: string, cents: number): Promise<void> {
  return change(store, ledger, {}, (book, now) =>
    adjust(
      book,
      {
        ...{ id: `${ledger.tag}-${id}`, type: 'cashback', amount: cents, operator: 'op', reason: 'cortesia' },
        ...{ zone: ZONE, programVersion: null, expiresAt: null },
      },
      now,
    ),
  );
}

/** A use of `cents`, reserved or confirmed at once. */
export function use(
  store: Store,
  ledger: OneLedger,
  id: string,
  cents: number,
  confirm: boolean,
): Promise<void> {
  const command = aReserveCommand({ id: `red_${ledger.tag}-${id}`, amount: cents, confirm });
  return change(store, ledger, {}, (book, now) => void reserve(book, command, now));
}

function change(
  store: Store,
  { merchantId, customerId }: OneLedger,
  about: { saleId?: string },
  work: (book: Book, now: number) => void,
): Promise<void> {
  return store.wallets.change(merchantId, customerId, about, NOW, (book, now) => ({
    result: work(book, now),
  }));
}

/**
 * Seven entries under two seals: 1 earned, 2 activated, 3 reserved, 4 spent, seal, 5 credited by hand, 6 reserved, seal,
 * 7 debited by hand.
 */
export async function aSealedLedger(store: Store): Promise<OneLedger> {
  const ledger = await aCustomerOf(store);
  await earn(store, ledger, 1_000);
  await use(store, ledger, 'used', 300, true);
  await store.ledger.seal(ledger.merchantId, NOW);
  await adjustBy(store, ledger, 'more', 50);
  await use(store, ledger, 'open', 100, false);
  await store.ledger.seal(ledger.merchantId, NOW + HOUR);
  await adjustBy(store, ledger, 'less', -20);
  return ledger;
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { loadConfig } from '../../src/config';
import type { Store } from '../../src/store';
import { tally } from './counter';
import { testMongoUri } from './engines';
import { keptDatabase, keptShop } from './kept-database';
import { openMigratedStore } from './migrated-store';

const { merchantId } = keptShop;
const connectionId = keptShop.collections['connections']![0]!._id;
/** Everything happened in this very millisecond. */
const AT = new Date('2026-11-03T15:00:00Z');

/** More than there is: pages that come again have an end too. */
const MOST = 1_000;

type Page = readonly { id: string }[];
interface Paging {
  before?: Date;
  beforeId?: string;
  limit: number;
}

let database: Connection;
let store: Store;
beforeAll(async () => {
  const uri = testMongoUri();
  database = await keptDatabase(uri);
  store = await openMigratedStore({ uri, encryptionKey: loadConfig({}).encryptionKey });
  const act = { merchantId, at: AT, actor: { kind: 'installation' as const }, act: 'program.publish' };
  const untold = { address: null, requestId: null };
  await store.audit.record({ ...act, ...untold }, { outcome: 'done', change: {} });
  await importContacts();
  await compare();
  for (const name of ['alerts', 'reviews', 'imports', 'audit', 'contact_imports', 'reconciliations'])
    await multiply(name);
  for (const [name, field] of [
    ['sales', 'createdAt'],
    ['sales', 'soldAt'],
    ['alerts', 'raisedAt'],
    ['reviews', 'openedAt'],
    ['voucher_attempts', 'at'],
    ['messages', 'createdAt'],
    ['imports', 'startedAt'],
  ] as const)
    await database.collection(name).updateMany({ merchantId }, { $set: { [field]: AT } });
  await database.collection('ledger_entries').updateMany({ merchantId }, { $set: { at: AT } });
});
afterAll(async () => {
  await store.close();
  await database.close();
});

/** Somebody has the people of the company imported, which comes to its end. */
async function importContacts(): Promise<void> {
  const about = { id: 'imp_contacts', merchantId, connectionId, cause: 'person' as const };
  const asked = { ...about, changed: null, history: null, zone: 'America/Sao_Paulo' };
  const opened = (await store.contactImports.open(asked, AT))!;
  await store.contactImports.advance(opened, { state: 'finished', finishedAt: AT });
}

/** The orders of a day are compared with the sales. */
async function compare(): Promise<void> {
  const about = { id: 'rcn_one', merchantId, connectionId, trigger: 'asked' as const };
  const period = { from: new Date(+AT - 86_400_000), until: AT, soldFrom: null, soldTo: null };
  await store.reconciliations.open({ ...about, ...period }, AT);
  await store.reconciliations.end(merchantId, about.id, 'finished', AT);
}

/** Six more of the one there is, each about something else. */
async function multiply(name: string): Promise<void> {
  const documents = database.collection<{ _id: string; subject?: string; n?: number }>(name);
  const one = (await documents.findOne({ merchantId }))!;
  const { _id, subject } = one;
  for (let n = 1; n <= 6; n += 1)
    await documents.insertOne({ ...one, _id: `${_id}${n}`, ...(subject && { subject: `${subject}${n}` }) });
}

/** One list: the collection behind it, the field it goes by, and a page of it. */
type List = [string, string, string, (paging: Paging) => Promise<Page>];

const lists: List[] = [
  ['sales', 'sales', 'createdAt', (paging) => store.sales.list(merchantId, paging)],
  [
    'sales of some days',
    'sales',
    'soldAt',
    (paging) => store.sales.list(merchantId, { soldFrom: new Date(0), ...paging }),
  ],
  ['reviews', 'reviews', 'openedAt', (paging) => store.reviews.list(merchantId, paging)],
  ['alerts', 'alerts', 'raisedAt', (paging) => store.alerts.list(merchantId, { state: 'all', ...paging })],
  ['attempts', 'voucher_attempts', 'at', (paging) => store.voucherAttempts.list(merchantId, {}, paging)],
  ['messages', 'messages', 'createdAt', (paging) => store.messages.list(merchantId, paging)],
  ['imports', 'imports', 'startedAt', (paging) => store.imports.list(merchantId, paging)],
  ['audit', 'audit', 'at', (paging) => store.audit.list(merchantId, paging)],
  [
    'imports of contacts',
    'contact_imports',
    'startedAt',
    (paging) => store.contactImports.list(merchantId, paging),
  ],
  [
    'comparisons',
    'reconciliations',
    'beganAt',
    (paging) => store.reconciliations.list(merchantId, connectionId, paging),
  ],
];

/** The ids behind a list, the newest first. */
async function idsIn(collection: string): Promise<string[]> {
  const all = await database.collection<{ _id: string }>(collection).find({ merchantId }).toArray();
  return all
    .map(({ _id }) => _id)
    .sort()
    .reverse();
}

/** Everything that a list shows, page by page. @param between what happens after the first page */
async function paged(list: List[3], between: () => Promise<void> = async () => {}): Promise<string[]> {
  const seen: string[] = [];
  let page = await list({ limit: 2 });
  await between();
  while (page.length > 0 && seen.length < MOST) {
    seen.push(...page.map(({ id }) => id));
    page = await list({ before: AT, beforeId: seen.at(-1)!, limit: 2 });
  }
  return seen;
}

describe('a list of what happened in one millisecond', () => {
  it.each(lists)('is read page by page, each once: %s', async (_what, collection, _field, list) => {
    const all = await idsIn(collection);
    expect(all.length).toBeGreaterThan(4);
    expect(await paged(list)).toEqual(all);
  });

  it.each(lists)(
    'shows each once while others arrive, in that millisecond and later: %s',
    async (_what, collection, field, list) => {
      const documents = database.collection<{ _id: string }>(collection);
      const all = await idsIn(collection);
      const one = (await documents.findOne({ merchantId }))!;
      const arriving = [AT, new Date(+AT + 1)].map((at, n) => ({
        ...one,
        // The last of that millisecond by its id, and what no two documents of a collection have alike.
        ...{ _id: `zzz_${n}`, [field]: at, subject: `zzz_${n}`, externalId: `zzz_${n}` },
      }));
      expect(
        await paged(list, async () => {
          await documents.insertMany(arriving);
        }),
      ).toEqual(all);
      expect((await list({ limit: 1 }))[0]!.id).toBe('zzz_1');
      await documents.deleteMany({ _id: { $in: arriving.map(({ _id }) => _id) } });
    },
  );
});

describe('of the imports of one company’s contacts that were begun in one millisecond', () => {
  it('the latest is always the same one', async () => {
    const newest = (await idsIn('contact_imports'))[0];
    const latest = () => store.contactImports.latestFinished(merchantId, connectionId);
    expect((await latest())?.id).toBe(newest);
    const imports = database.collection<{ _id: string }>('contact_imports');
    const first = (await imports.findOne({ _id: newest! }))!;
    await imports.insertOne({ ...first, _id: 'zzz_last' });
    expect((await latest())?.id).toBe('zzz_last');
    await imports.deleteOne({ _id: 'zzz_last' });
  });
});

describe('the statement of a wallet of which all happened in one millisecond', () => {
  const counts = tally(keptShop.collections['ledger_entries']!.map((entry) => String(entry['customerId'])));
  /** Of whom the most is known. */
  const [customerId] = Object.entries(counts).toSorted(([, one], [, other]) => other - one)[0]!;

  it('is read page by page, each movement once, also while others are booked', async () => {
    const entries = database.collection<{ _id: string; seq: number }>('ledger_entries');
    const all = await entries.find({ merchantId, customerId }).sort({ seq: -1 }).toArray();
    expect(all.length).toBeGreaterThan(4);
    const seen: number[] = [];
    let page = await store.ledger.statement(merchantId, customerId, { limit: 2 });
    const [last] = all;
    await entries.insertOne({ ...last!, _id: 'zzz', seq: last!.seq + 1 });
    while (page.length > 0 && seen.length < MOST) {
      seen.push(...page.map(({ seq }) => seq));
      page = await store.ledger.statement(merchantId, customerId, { before: seen.at(-1)!, limit: 2 });
    }
    expect(seen).toEqual(all.map(({ seq }) => seq));
    await entries.deleteOne({ _id: 'zzz' });
  });
});

describe('the merges of a customer that were made in one millisecond', () => {
  it('come in one order, however often they are read', async () => {
    const merges = database.collection<{ _id: string; into: string }>('customer_merges');
    const one = (await merges.findOne({ merchantId }))!;
    const added = ['3', '1', '4', '2'].map((n) => ({ ...one, _id: `${one._id}${n}`, from: `cus_${n}` }));
    await merges.insertMany(added);
    await merges.updateMany({ merchantId }, { $set: { at: AT } });
    const { into } = one;
    const all = await merges.find({ merchantId, $or: [{ into }, { from: into }] }).toArray();
    const ids = (await store.merges.ofCustomer(merchantId, into)).map(({ id }) => id);
    expect(ids).toEqual(
      all
        .map(({ _id }) => _id)
        .sort()
        .reverse(),
    );
    expect(ids.length).toBeGreaterThan(4);
  });
});

describe('the customers that a name finds, all of one millisecond', () => {
  it('come in one order, also where there are more than are shown, and others arrive', async () => {
    const customers = database.collection<{ _id: string; mergedInto: string | null; updatedAt: Date }>(
      'customers',
    );
    const one = (await customers.findOne({ merchantId, mergedInto: null }))!;
    const namesakes = Array.from({ length: 60 }, (_, n) => ({
      ...{ ...one, _id: `cus_same_${100 + n}`, name: 'Zuleica Igual', nameWords: ['zuleica', 'igual'] },
      ...{ document: null, phones: [], emails: [], updatedAt: AT },
    }));
    // In no order of theirs.
    await customers.insertMany(namesakes.toSorted((a, b) => (a._id.at(-1)! < b._id.at(-1)! ? -1 : 1)));
    const read = async (): Promise<string[]> =>
      (await store.customers.search(merchantId, 'zuleica', { limit: 50 })).customers.map(({ id }) => id);
    const newest = namesakes.map(({ _id }) => _id).reverse();
    expect(await read()).toEqual(newest.slice(0, 50));
    await customers.insertOne({ ...namesakes[0]!, _id: 'cus_same_later', updatedAt: new Date(+AT + 1) });
    expect(await read()).toEqual(['cus_same_later', ...newest].slice(0, 50));
  });
});

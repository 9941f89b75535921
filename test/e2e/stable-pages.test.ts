import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { loadConfig } from '../../src/config';
import type { Store } from '../../src/store';
import { testMongoUri } from './engines';
import { keptDatabase, keptShop } from './kept-database';
import { openMigratedStore } from './migrated-store';

const { merchantId } = keptShop;
/** Everything happened in this very millisecond. */
const AT = new Date('2026-11-03T15:00:00Z');

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
  for (const name of ['alerts', 'reviews']) await multiply(name);
  for (const [name, field] of [
    ['sales', 'createdAt'],
    ['sales', 'soldAt'],
    ['alerts', 'raisedAt'],
    ['reviews', 'openedAt'],
    ['voucher_attempts', 'at'],
  ] as const)
    await database.collection(name).updateMany({ merchantId }, { $set: { [field]: AT } });
});
afterAll(async () => {
  await store.close();
  await database.close();
});

/** Six more of the one there is, each about something else. */
async function multiply(name: string): Promise<void> {
  const documents = database.collection<{ _id: string; subject?: string; n?: number }>(name);
  const one = (await documents.findOne({ merchantId }))!;
  const { _id, subject } = one;
  for (let n = 1; n <= 6; n += 1)
    await documents.insertOne({ ...one, _id: `${_id}${n}`, ...(subject && { subject: `${subject}${n}` }) });
}

const lists: [string, string, (paging: Paging) => Promise<Page>][] = [
  ['sales', 'sales', (paging) => store.sales.list(merchantId, paging)],
  [
    'sales of some days',
    'sales',
    (paging) => store.sales.list(merchantId, { soldFrom: new Date(0), ...paging }),
  ],
  ['reviews', 'reviews', (paging) => store.reviews.list(merchantId, paging)],
  ['alerts', 'alerts', (paging) => store.alerts.list(merchantId, { state: 'all', ...paging })],
  ['attempts', 'voucher_attempts', (paging) => store.voucherAttempts.list(merchantId, {}, paging)],
];

describe('a list of what happened in one millisecond', () => {
  it.each(lists)('is read page by page, each once: %s', async (_what, collection, list) => {
    const seen: string[] = [];
    let page = await list({ limit: 2 });
    while (page.length > 0) {
      seen.push(...page.map(({ id }) => id));
      page = await list({ before: AT, beforeId: seen.at(-1)!, limit: 2 });
    }
    const all = await database.collection<{ _id: string }>(collection).find({ merchantId }).toArray();
    expect(all.length).toBeGreaterThan(4);
    expect(seen).toEqual(
      all
        .map(({ _id }) => _id)
        .sort()
        .reverse(),
    );
  });
});

import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { codesElsewhere, codesIn } from './codes-at-rest';
import { anEventfulShop, EVENTFUL_PROGRAM } from './eventful-shop';
import type { EventfulShop } from './eventful-shop';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger } from './shop';

/** Where this version's database is kept, for the versions to come: a file of test/databases. */
const KEEP_IN = process.env['KEEP_DATABASE'];
/** What nobody misses, and what a test has of its own. */
const NOT_KEPT = ['authorizations', 'call_slots', 'call_places', 'api_keys', 'system.profile'];

let house: House;
let database: Connection;
beforeAll(async () => {
  house = await openHouse({ program: EVENTFUL_PROGRAM });
  database = await mongoose.createConnection(house.config.mongodbUri).asPromise();
});
afterAll(async () => {
  await database.close();
  await house.close();
});

/** Every document, and the wallets that the API answers now. */
async function contents(shop: EventfulShop): Promise<object> {
  const { api, merchantId } = house.tenant;
  const collections: Record<string, unknown[]> = {};
  for (const { name } of await database.listCollections()) {
    if (NOT_KEPT.includes(name)) continue;
    const documents = await database.collection(name).find().sort({ _id: 1 }).toArray();
    if (documents.length > 0) collections[name] = documents;
  }
  const wallets: Record<string, unknown> = {};
  for (const [name, id] of Object.entries(shop.customers))
    if (name !== 'waiting') wallets[id] = (await api.get(`/v1/customers/${id}/wallet`)).expect(200).body;
  return { merchantId, shop, wallets, collections };
}

describe('a shop in which everything happens', () => {
  it('has a ledger that holds, and leaves something in every collection about value and people', async () => {
    const shop = await anEventfulShop(house);
    await verifyLedger(house.tenant);
    const kept = (await contents(shop)) as { collections: Record<string, unknown[]> };
    expect(Object.keys(kept.collections)).toEqual(
      expect.arrayContaining([
        ...[
          'alerts',
          'connections',
          'customer_merges',
          'customers',
          'grants',
          'idempotency',
          'identity_keys',
        ],
        ...[
          'imports',
          'ledger_entries',
          'ledger_seals',
          'lots',
          'merchants',
          'messages',
          'programs',
          'redemptions',
        ],
        ...[
          'reviews',
          'rule_budgets',
          'sale_fingerprints',
          'sales',
          'voucher_attempts',
          'voucher_codes',
          'wallets',
        ],
      ]),
    );
    if (KEEP_IN) writeFileSync(KEEP_IN, mongoose.mongo.BSON.EJSON.stringify(kept));
  });

  it('has the codes of its vouchers with the vouchers alone', async () => {
    expect((await codesIn(database)).length).toBeGreaterThan(2);
    expect(await codesElsewhere(database)).toEqual([]);
  });
});

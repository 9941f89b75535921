import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { loadConfig } from '../../src/config';
import { codesElsewhere } from './codes-at-rest';
import { saleUntil, sold } from './counter';
import { testMongoUri } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { HttpClient } from './http-client';
import { keptDatabase, keptShop } from './kept-database';
import { migrateQuietly } from './migrated-store';
import { verifyLedger, walletOf } from './shop';
import { until } from './until';

const { merchantId, shop, wallets } = keptShop;

describe.each([
  ['that has not been migrated yet', false],
  ['that has been migrated', true],
])('a database of an earlier version %s', (_title, migrated) => {
  let house: House;
  let database: Connection;
  let api: HttpClient;
  beforeAll(async () => {
    const uri = testMongoUri();
    database = await keptDatabase(uri);
    if (migrated) {
      const { encryptionKey } = loadConfig({});
      await migrateQuietly({ uri, encryptionKey }, { finish: false });
      await migrateQuietly({ uri, encryptionKey }, { finish: true });
    }
    house = await openHouse({ env: { MONGODB_URI: uri }, migrate: false });
    api = new HttpClient(house.url, await house.store.merchants.createKey(merchantId, 'test', new Date()));
  });
  afterAll(async () => {
    // The next database has the same sales, and so the same runs.
    const query = `TaskQueue STARTS_WITH "${house.config.taskQueue}" AND ExecutionStatus = "Running"`;
    for await (const { workflowId } of house.client.workflow.list({ query }))
      await house.client.workflow.getHandle(workflowId).terminate('the house is torn down');
    await database.close();
    await house.close();
  });

  it('is proved, and its wallets are what they were', async () => {
    await verifyLedger({ api });
    for (const [id, wallet] of Object.entries(wallets))
      expect((await api.get(`/v1/customers/${id}/wallet`)).body).toEqual(wallet);
  });

  it('answers a request of yesterday as it did then', async () => {
    const { key, path, body, answer } = shop.repeated;
    expect((await api.post(path, body, key)).body).toEqual(answer);
  });

  it('knows its customers by everything they were known by', async () => {
    const { customers } = shop;
    const known: [string, object][] = [
      [customers.ana, { name: 'Ana Souza', phone: '11988881001' }],
      [customers.landline, { name: 'Bento Fixo', phone: '1132224455' }],
      [customers.company, { name: 'Padaria Dourada', document: '11222333000181' }],
    ];
    for (const [id, customer] of known) {
      const sale = { channel: 'pos', externalId: `AFTER-${id}`, soldAt: new Date().toISOString() };
      const made = await sold({ api }, { ...sale, customer, totalCents: 1_000, status: 'completed' });
      expect(made.customerId).toBe(id);
    }
  });

  it('carries on: merged records are told apart, value is spent, given back and taken back', async () => {
    const { customers, merges, redemptions, sales, vouchers } = shop;
    const post = async (path: string, body: object = {}): Promise<void> => {
      const key = randomUUID();
      // On a busy machine an outcome may come too late: then the same call is to be repeated.
      const answer = await until(`an answer of ${path}`, async () => {
        const given = await api.post(path, body, key);
        return given.status !== 503 && given;
      });
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    };
    await post(`/v1/merges/${merges.live}/undo`, { reason: 'Eram duas', operator: 'gerente' });
    expect((await walletOf(api, customers.mail)).cashback.activeCents).toBeGreaterThan(0);
    const use = { customerId: customers.ana, type: 'cashback', saleTotalCents: 50_000, confirm: true };
    await post('/v1/redemptions', { ...use, amountCents: 100, saleRef: sales.spare });
    await post(`/v1/redemptions/${redemptions.byExternalId}/rollback`);
    await post(`/v1/vouchers/${vouchers.used}/redeem`, { saleTotalCents: 5_000 });
    await post(`/v1/vouchers/${vouchers.fresh}/redeem`, { saleTotalCents: 5_000 });
    await post(`/v1/sales/${sales.spare}/returns`, { amountCents: 5_000 });
    const paid = (await api.get<{ externalId: string; soldAt: string }>(`/v1/sales/${sales.paid}`)).body;
    const { externalId, soldAt } = paid;
    await post('/v1/sales', { channel: 'pos', externalId, soldAt, totalCents: 40_000, status: 'cancelled' });
    await saleUntil({ api }, sales.paid, ({ status }) => status === 'cancelled');
    await verifyLedger({ api });
    await house.store.ledger.seal(merchantId, Date.now());
    await verifyLedger({ api });
  });

  it('has codes of vouchers with the vouchers alone after the last pass, and answers as before', async () => {
    const attempts = async (): Promise<object[]> =>
      (await api.get<{ data: object[] }>(`/v1/vouchers/${shop.vouchers.used}/attempts`)).expect(200).body
        .data;
    const [before, { key, path, body, answer }] = [await attempts(), shop.repeated];
    expect(before.length).toBeGreaterThan(1);
    expect((await codesElsewhere(database)).length > 0).toBe(!migrated);
    await migrateQuietly({ uri: house.config.mongodbUri, encryptionKey: house.config.encryptionKey });
    expect(await codesElsewhere(database)).toEqual([]);
    expect(await attempts()).toEqual(before);
    expect((await api.post(path, body, key)).body).toEqual(answer);
    await verifyLedger({ api });
  });
});

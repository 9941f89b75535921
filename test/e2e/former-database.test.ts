import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { createRuns } from '../../src/runs';
import { saleWorkflowId, searchAttributes } from '../../src/workflows';
import { testMongoUri } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { HttpClient } from './http-client';
import { verifyLedger } from './shop';
import { until } from './until';

type Document = Record<string, unknown> & { _id: string };

/** A database as an earlier version left it: every kind of document about value, and the wallets its API answered. */
interface FormerDatabase {
  merchantId: string;
  wallets: Record<string, unknown>;
  collections: Record<string, Document[]>;
}

const FORMER = mongoose.mongo.BSON.EJSON.parse(
  readFileSync(join(__dirname, '../databases/busy-shop.json'), 'utf8'),
) as FormerDatabase;
const { merchantId, wallets } = FORMER;

/** A use named it by its number a week after it was sold, which names no sale any more (R46): by the rule of now it earns on that part too. */
const NAMED_A_WEEK_LATER = 'sal_n5g8nqeg66mw5fb20zmc';

interface StoredSale extends Document {
  channel: 'pos';
  externalId: string;
  connectionId: string | null;
  status: string;
}

let house: House;
let database: Connection;
let api: HttpClient;
beforeAll(async () => {
  const uri = testMongoUri();
  database = await mongoose.createConnection(uri).asPromise();
  for (const [name, documents] of Object.entries(FORMER.collections))
    await database.db!.collection<Document>(name).insertMany(documents);
  house = await openHouse({ env: { MONGODB_URI: uri } });
  api = new HttpClient(house.url, await house.store.merchants.createKey(merchantId, 'test', new Date()));
});
afterAll(async () => {
  await database.close();
  await house.close();
});

async function stored(name: string): Promise<Document[]> {
  return database.db!.collection<Document>(name).find({ merchantId }).sort({ _id: 1 }).toArray();
}

async function walletsNow(): Promise<Record<string, unknown>> {
  const answers = await Promise.all(
    Object.keys(wallets).map(async (id) => [id, (await api.get(`/v1/customers/${id}/wallet`)).body]),
  );
  return Object.fromEntries(answers) as Record<string, unknown>;
}

describe('a database written by an earlier version', () => {
  it('opens, verifies, and answers the same wallets', async () => {
    await verifyLedger({ api });
    expect(await walletsNow()).toEqual(wallets);
  });

  it('has nothing to move when every sale is looked at again', async () => {
    const runs = createRuns({ client: house.client, taskQueue: house.config.taskQueue, coalesceMs: 0 });
    const before = { sales: await stored('sales'), entries: await stored('ledger_entries') };
    const sales = (before.sales as StoredSale[]).filter(({ _id }) => _id !== NAMED_A_WEEK_LATER);
    expect(new Set(sales.map(({ status }) => status)).size).toBeGreaterThan(5);
    for (const { _id: id, channel, externalId, connectionId, status } of sales) {
      await runs.benefitMoved(
        { id, merchantId, source: { channel, externalId, connectionId } },
        'look-again',
      );
      const run = house.client.workflow.getHandle(saleWorkflowId({ merchantId, channel, externalId }));
      await until(`sale ${id} to show ${status}`, async () => {
        const shown = (await run.describe()).typedSearchAttributes.get(searchAttributes.saleStatus);
        return shown === status ? shown : null;
      });
    }
    expect(await stored('ledger_entries')).toEqual(before.entries);
    // Fields that this version adds come along; nothing that was said before is said otherwise.
    const without = (sale: Document): object => {
      const { version: _version, attestingVersion: _attesting, attested: _attested, ...rest } = sale;
      const { seal: _seal, ...said } = rest;
      return { ...said, matchedAs: undefined };
    };
    // What a sale that was cancelled or came back would earn counts for nothing, and is told anew once what was used on it has gone back.
    const completed = (all: Document[]): object[] =>
      all.filter((sale) => sale['sourceStatus'] === 'completed' && sale['returnedCents'] === 0).map(without);
    expect(completed(await stored('sales'))).toMatchObject(completed(before.sales));
    expect(await walletsNow()).toEqual(wallets);
  });

  it('carries on: what was merged is told apart, a purchase is added, and all of it verifies', async () => {
    const [merge] = (await stored('customer_merges')).filter(({ undoneAt }) => undoneAt === null);
    const { _id: id, from } = merge as Document & { from: string };
    (await api.post(`/v1/merges/${id}/undo`, { reason: 'Eram duas', operator: 'gerente' })).expect(200);
    const sale = (
      await api.post<{ id: string }>('/v1/sales', {
        channel: 'pos',
        externalId: 'AFTER-1',
        soldAt: new Date().toISOString(),
        totalCents: 10_000,
        status: 'completed',
      })
    ).expect(201).body;
    const claim = { customerId: from };
    const claimed = await until('the sale to be claimed', async () => {
      const answer = await api.post<{ customerId: string }>(`/v1/sales/${sale.id}/customer`, claim);
      return answer.status === 409 ? null : answer.expect(200).body;
    });
    expect(claimed.customerId).toBe(from);
    await until('the sale to have earned', async () => {
      const { body } = await api.get<{ status: string }>(`/v1/sales/${sale.id}`);
      return body.status === 'active' ? body : null;
    });
    await verifyLedger({ api });
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { loadConfig } from '../../src/config';
import type { Store } from '../../src/store';
import { figuresOf } from '../../src/store-figures';
import { testMongoUri } from './engines';
import { keptDatabase, keptShop } from './kept-database';
import { openMigratedStore } from './migrated-store';

const { merchantId } = keptShop;
const connectionId = keptShop.collections['connections']![0]!._id;
const HOUR = 3_600_000;

let database: Connection;
let store: Store;
beforeAll(async () => {
  const uri = testMongoUri();
  database = await keptDatabase(uri);
  store = await openMigratedStore({ uri, encryptionKey: loadConfig({}).encryptionKey });
});
afterAll(async () => {
  await store.close();
  await database.close();
});

it('the sales that do not go on by themselves are counted: parked ones, and those that were due an hour ago', async () => {
  const sales = database.collection<{ _id: string }>('sales');
  await sales.updateMany({ merchantId }, { $set: { nextAt: null } });
  const stuck = async (): Promise<unknown> => (await figuresOf(store)).stuckSales;
  expect(await stuck()).toEqual({ parked: 0, late: 0 });

  const [one, other, third] = (await sales.find({ merchantId }).limit(3).toArray()).map(({ _id }) => _id);
  const { now } = await store.clock.read();
  const due = (id: string, at: number) => sales.updateOne({ _id: id }, { $set: { nextAt: new Date(at) } });
  await due(one!, now - 2 * HOUR);
  await due(other!, now - HOUR / 2);
  await due(third!, now + HOUR);
  const parked = { connectionId, reason: 'unauthorized', asked: 'order', at: new Date(now) };
  await sales.updateMany({ _id: { $in: [other!, third!] } }, { $set: { parked } });
  expect(await stuck()).toEqual({ parked: 2, late: 1 });

  const connections = database.collection<{ _id: string }>('connections');
  const held = (as: string) => ({ $set: { held: { as, at: new Date(now), revokedAt: null } } });
  await connections.updateOne({ _id: connectionId }, held('paused'));
  expect(await stuck()).toEqual({ parked: 2, late: 1 });
  // Nobody puts right what was disconnected for good.
  await connections.updateOne({ _id: connectionId }, held('disconnected'));
  expect(await stuck()).toEqual({ parked: 0, late: 1 });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectionModel } from '../../src/store/connection';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { connectionWorkflowId, reconcileNow } from '../../src/workflows';
import { openHouse } from './house';
import type { House } from './house';
import { until } from './until';

let house: House;
let db: Mongo;
beforeAll(async () => {
  house = await openHouse();
  db = await connectMongo(house.config.mongodbUri);
});
afterAll(async () => {
  await db.connection.close();
  await house.close();
});

async function sweep(): Promise<void> {
  const { taskQueue } = house.config;
  const start = { workflowId: `lost-runs/${randomUUID()}`, taskQueue, args: [{ lateMs: 0 }] };
  await house.client.workflow.execute('lostRuns', start);
}

async function alerts(): Promise<string[]> {
  const { data } = (await house.tenant.api.get<{ data: { kind: string }[] }>('/v1/alerts')).expect(200).body;
  return data.map(({ kind }) => kind);
}

describe('a connection whose comparisons have not come to their end for hours', () => {
  it('is told of by the sweep although its run is there, until one does', async () => {
    const { connectionId: _id, merchantId } = house.tenant;
    const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
    const late = { reconciledUntil: hoursAgo(2), createdAt: hoursAgo(9), authorizedAt: hoursAgo(9) };
    const failed = { reconcileFailedAt: new Date() };
    await db.of(connectionModel).updateOne({ _id, merchantId }, { $set: { ...late, ...failed } });
    await sweep();
    expect(await alerts()).toEqual(['connection_behind']);
    await house.client.workflow.getHandle(connectionWorkflowId({ connectionId: _id })).signal(reconcileNow);
    await until('it to be compared', async () => {
      const kept = await house.store.connections.get(merchantId, _id);
      return kept!.reconciledUntil! > late.reconciledUntil;
    });
    await sweep();
    expect(await alerts()).toEqual([]);
  });
});

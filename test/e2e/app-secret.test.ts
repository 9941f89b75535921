import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Sale } from '../../src/loyalty';
import { reconcileNow, connectionWorkflowId } from '../../src/workflows';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer } from './shop';
import { until } from './until';

/*
 * The secret of the app is renewed in Bling's panel, and the installation has the old one.
 */

let house: House;
beforeAll(async () => {
  house = await openHouse({ program: aProgram({ holding: { after: 'PT0S' }, messages: {} }) });
});
afterAll(() => house.close());

const saleOf = (orderId: number): Promise<Sale | null> =>
  house.store.sales.find({
    ...{ merchantId: house.tenant.merchantId, channel: 'bling', externalId: String(orderId) },
  });

async function alerts(): Promise<string[]> {
  const { data } = (await house.tenant.api.get<{ data: { kind: string }[] }>('/v1/alerts')).expect(200).body;
  return data.map(({ kind }) => kind);
}

const told = (kind: string, open: boolean): Promise<unknown> =>
  until(`${kind} to be ${open ? 'open' : 'over'}`, async () => (await alerts()).includes(kind) === open);

/** Ten minutes pass for the refresh that failed. */
async function pauseIsOver(): Promise<void> {
  const raw = await mongoose.createConnection(house.config.mongodbUri).asPromise();
  const connections = raw.collection<{ _id: string }>('connections');
  const id = { _id: house.tenant.connectionId };
  await connections.updateOne(id, { $set: { 'refreshFailed.until': new Date(0) } });
  await raw.close();
}

describe('an app whose secret was renewed', () => {
  it('costs no merchant an authorisation, is told of as what it is, and goes on once the right one is there', async () => {
    const { company, connectionId, merchantId } = house.tenant;
    const { clientSecret } = house.config.bling;
    company.setWebhookMode('dropped');
    const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 7_000 });
    company.completeOrder(id);
    company.forceTokenExpiry();
    house.simulator.configure({ clientSecret: 'renewed-in-the-panel' });
    await house.client.workflow.getHandle(connectionWorkflowId({ connectionId })).signal(reconcileNow);
    await told('bling_app_refused', true);
    expect(await house.store.connections.get(merchantId, connectionId)).toMatchObject({
      state: 'connected',
    });
    expect(await alerts()).toEqual(['bling_app_refused']);
    expect(await saleOf(id)).toBeNull();

    house.simulator.configure({ clientSecret });
    await pauseIsOver();
    await company.deliver([company.eventOf(id, 'updated')]);
    await until('the order to earn', async () => (await saleOf(id))?.benefit.status === 'active');
    await told('bling_app_refused', false);
  });
});

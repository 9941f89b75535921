import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Sale } from '../../src/loyalty';
import { connectionWorkflowId, reconcileNow } from '../../src/workflows';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, verifyLedger } from './shop';
import { until } from './until';

/*
 * Changes that leave situation, total and contact alike, and of which no event came.
 */

let house: House;
beforeAll(async () => {
  house = await openHouse({
    companies: 4,
    program: aProgram({ holding: { after: 'PT0S' }, messages: {} }),
  });
});
afterAll(() => house.close());

const saleOf = ({ merchantId }: Tenant, orderId: number): Promise<Sale | null> =>
  house.store.sales.find({ merchantId, channel: 'bling', externalId: String(orderId) });

const earned = (tenant: Tenant, orderId: number, cents: number): Promise<unknown> =>
  until(
    `order ${orderId} to earn ${cents}`,
    async () => (await saleOf(tenant, orderId))?.benefit.earnedCents === cents,
  );

interface ReportJson {
  state: string;
  found: { orderId: string; why: string }[];
}

const ended = ({ api }: Tenant, id: string): Promise<ReportJson> =>
  until('the comparison to end', async () => {
    const { body } = await api.get<ReportJson>(`/v1/reconciliations/${id}`);
    return body.state !== 'running' && body;
  });

/** An order of R$ 100 that has earned, of which a tenth becomes freight without a word. */
async function anEarningOrder(tenant: Tenant): Promise<{ id: number; changeInSilence: () => void }> {
  const { company } = tenant;
  const { id } = company.createOrder({
    ...{ contactId: aBuyer(company).id, items: [{ unitCents: 10_000 }] },
  });
  company.completeOrder(id);
  await earned(tenant, id, 500);
  await house.simulator.webhooksIdle();
  const changeInSilence = (): void => {
    company.patchOrder(id, { items: [{ unitCents: 9_000 }], freightCents: 1_000 });
    expect(company.order(id).totalCents).toBe(10_000);
  };
  return { id, changeInSilence };
}

describe('a change of an order at the same total', () => {
  it('whose event was lost is found by the next comparison', async () => {
    const tenant = house.tenants[0]!;
    const { id, changeInSilence } = await anEarningOrder(tenant);
    const from = new Date();
    tenant.company.setWebhookMode('dropped');
    changeInSilence();
    const path = `/v1/connections/${tenant.connectionId}/reconciliations`;
    (await tenant.api.post(path, { from: from.toISOString() })).expect(201);
    await earned(tenant, id, 450);
    await verifyLedger(tenant);
  });

  it('whose event was lost is found by it as well where the order was read a moment before', async () => {
    const tenant = house.tenants[2]!;
    const from = new Date(Date.now() - 3_600_000);
    const { id, changeInSilence } = await anEarningOrder(tenant);
    tenant.company.setWebhookMode('dropped');
    changeInSilence();
    const path = `/v1/connections/${tenant.connectionId}/reconciliations`;
    const begun = (await tenant.api.post<{ id: string }>(path, { from: from.toISOString() })).expect(201);
    await earned(tenant, id, 450);
    const report = await ended(tenant, begun.body.id);
    expect(report).toMatchObject({ state: 'finished', missing: 0, differing: 1, repaired: 1 });
    expect(report.found).toMatchObject([{ orderId: String(id), why: 'content' }]);
    await verifyLedger(tenant);
  });

  it('whose event was lost is found by the next one although the order was read before the one before ended', async () => {
    const tenant = house.tenants[3]!;
    const { connectionId, company } = tenant;
    const { id, changeInSilence } = await anEarningOrder(tenant);
    const ago = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
    const raw = await mongoose.createConnection(house.config.mongodbUri).asPromise();
    const connections = raw.collection<{ _id: string }>('connections');
    const since = { createdAt: ago(2), authorizedAt: ago(2), monthReconciledAt: new Date() };
    await connections.updateOne({ _id: connectionId }, { $set: { ...since, reconciledUntil: new Date() } });
    await raw.close();
    company.setWebhookMode('dropped');
    changeInSilence();
    await house.client.workflow.getHandle(connectionWorkflowId({ connectionId })).signal(reconcileNow);
    await earned(tenant, id, 450);
    await verifyLedger(tenant);
  });

  it('during a pause is found when the connection goes on, however short before it the order was read', async () => {
    const tenant = house.tenants[1]!;
    const { id, changeInSilence } = await anEarningOrder(tenant);
    const path = `/v1/connections/${tenant.connectionId}`;
    (await tenant.api.post(`${path}/pause`)).expect(200);
    changeInSilence();
    await house.simulator.webhooksIdle();
    (await tenant.api.post(`${path}/resume`)).expect(200);
    await earned(tenant, id, 450);
    await verifyLedger(tenant);
  });
});

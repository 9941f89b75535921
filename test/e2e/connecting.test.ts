import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectionModel } from '../../src/store/connection';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { connectionWorkflowId, reconcileNow } from '../../src/workflows';
import { consent, openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer } from './shop';
import { until } from './until';

/*
 * What happens to a company while it is being connected.
 */

let house: House;
let db: Mongo;
beforeAll(async () => {
  house = await openHouse({ companies: 2 });
  db = await connectMongo(house.config.mongodbUri);
});
afterAll(async () => {
  await db.connection.close();
  await house.close();
});

describe('an order that is sold between the exchange of the code and the connection', () => {
  it('is nobody’s when its event comes, and is found by the first comparison', async () => {
    const { api, company, connectionId, merchantId } = house.tenant;
    await db.of(connectionModel).deleteOne({ _id: connectionId, merchantId });
    const { location } = (await api.get('/integrations/bling/authorize')).expect(302);
    company.injectFault({ kind: 'hang', route: 'GET /empresas/me/dados-basicos', ms: 3_000, times: 1 });
    const before = house.simulator.tokenCounters().exchanges;
    const connecting = consent(house.simulator, house.url, location!, company.index);
    await until('the code to be exchanged', () =>
      Promise.resolve(house.simulator.tokenCounters().exchanges > before),
    );
    const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 7_000 });
    await house.simulator.webhooksIdle();
    expect((await connecting).status).toBe(200);
    const [connection] = await house.store.connections.list(merchantId);
    const run = connectionWorkflowId({ connectionId: connection!.id });
    await house.client.workflow.getHandle(run).signal(reconcileNow);
    const which = { merchantId, channel: 'bling' as const, externalId: String(id) };
    await until('it to be read', async () => (await house.store.sales.find(which))?.source.readAt);
  });
});

describe('a second company of a merchant', () => {
  it('is connected beside the first: what both sell earns, each without a channel in the store of its own', async () => {
    const [{ api, company, merchantId }, other] = house.tenants as [Tenant, Tenant];
    await db.of(connectionModel).deleteOne({ _id: other.connectionId, merchantId: other.merchantId });
    const { location } = (await api.get('/integrations/bling/authorize')).expect(302);
    expect((await consent(house.simulator, house.url, location!, other.company.index)).status).toBe(200);
    const connections = await house.store.connections.list(merchantId);
    expect(connections.map(({ companyId }) => companyId)).toEqual([company.id, other.company.id]);
    for (const [index, one] of [company, other.company].entries()) {
      const { id: connectionId } = connections[index]!;
      const channels = [`0@${connectionId}`];
      const store = { name: `Loja ${index + 1}`, zone: 'America/Sao_Paulo', channels, documents: [] };
      (await api.post('/v1/stores', store)).expect(201);
      const { id } = one.createOrder({ contactId: aBuyer(one).id, totalCents: 10_000 });
      one.completeOrder(id);
      const which = { merchantId, channel: 'bling' as const, externalId: String(id) };
      const sale = await until(`the order of company ${index + 1} to earn`, async () => {
        const found = await house.store.sales.find(which);
        return found?.benefit.earnedCents === 500 && found;
      });
      expect(sale).toMatchObject({ source: { connectionId }, content: { storeId: `0@${connectionId}` } });
    }
  });
});

describe('a token endpoint that has blocked the address', () => {
  it('is asked by nobody for an hour, not even with a code that a person brings', async () => {
    const { api, company } = house.tenant;
    const { location } = (await api.get('/integrations/bling/authorize')).expect(302);
    house.simulator.injectFault({ kind: 'block-page', route: 'POST /oauth/token', times: 1 });
    expect((await consent(house.simulator, house.url, location!, company.index)).status).toBe(502);
    const { calls } = house.simulator.tokenCounters();
    const again = (await api.get('/integrations/bling/authorize')).expect(302).location!;
    const paused = await fetch(house.url + new URL(again).pathname + new URL(again).search);
    expect(paused.status).toBe(503);
    expect(await paused.text()).toContain('O Bling pediu uma pausa');
    expect(house.simulator.tokenCounters().calls).toBe(calls);
  });
});

import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@temporalio/client';
import { createAccessMailer, createApp, createBlingAccess } from '../../src/api';
import { createRuns, lazyConnection } from '../../src/runs';
import { createLogger } from '../../src/log';
import { testMongoUri } from './engines';
import { consent, openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import type { SaleJson } from './shop';
import { until } from './until';
import { watchDepartures } from './departures';
import { openTcpGate } from './tcp-gate';

let house: House;
beforeAll(async () => {
  house = await openHouse({ companies: 4 });
});
afterAll(() => house.close());

async function saleWith(tenant: Tenant, orderId: number, status: string): Promise<SaleJson> {
  return until(`sale ${orderId} to be ${status}`, async () => {
    const { body } = await tenant.api.get<{ data: SaleJson[] }>(
      `/v1/sales?channel=bling&externalId=${orderId}`,
    );
    return body.data?.[0]?.status === status && body.data[0];
  });
}

describe('Bling in trouble', () => {
  it.each([
    ['server-error', 'GET /pedidos/vendas/{id}'],
    ['truncated-json', 'GET /pedidos/vendas/{id}'],
    ['html-page', 'GET /pedidos/vendas/{id}'],
    ['html-page', 'GET /contatos/{id}'],
    ['connection-reset', 'GET /contatos/{id}'],
    ['rate-limit-second', 'GET /contatos/{id}'],
    ['expired-token', 'GET /contatos/{id}'],
  ] as const)('(%s on %s) costs time and no sale', async (kind, route) => {
    const tenant = house.tenants[0]!;
    const order = anOrder(tenant.company, { contactId: aBuyer(tenant.company).id, totalCents: 10_000 });
    tenant.company.injectFault({ kind, route, times: kind === 'expired-token' ? 1 : 2 });
    tenant.company.completeOrder(order.id);
    expect((await saleWith(tenant, order.id, 'active')).earnedCents).toBe(500);
    await verifyLedger(tenant);
  });

  it('that answers slowly is waited for', async () => {
    const tenant = house.tenants[0]!;
    const order = anOrder(tenant.company, { contactId: aBuyer(tenant.company).id, totalCents: 10_000 });
    for (const route of ['GET /pedidos/vendas/{id}', 'GET /contatos/{id}'] as const)
      tenant.company.injectFault({ kind: 'hang', ms: 3_000, route, times: 2 });
    tenant.company.completeOrder(order.id);
    expect((await saleWith(tenant, order.id, 'active')).earnedCents).toBe(500);
  });

  it('refreshes an expired token once, however many sales meet the refusal', async () => {
    const tenant = house.tenants[1]!;
    const before = house.simulator.tokenCounters().refreshes;
    tenant.company.forceTokenExpiry();
    const orders = Array.from({ length: 5 }, () =>
      anOrder(tenant.company, { contactId: aBuyer(tenant.company).id, totalCents: 10_000 }),
    );
    const departures = watchDepartures();
    for (const order of orders) tenant.company.completeOrder(order.id);
    for (const order of orders) await saleWith(tenant, order.id, 'active');
    expect(house.simulator.tokenCounters().refreshes - before).toBe(1);
    expect(
      departures.end().highestPerSecond(orders.map(({ id }) => `/pedidos/vendas/${id}`)),
    ).toBeLessThanOrEqual(3);
  });

  it('keeps the sales of a store that revoked the app until it is connected again', async () => {
    const tenant = house.tenants[2]!;
    const order = anOrder(tenant.company, { contactId: aBuyer(tenant.company).id, totalCents: 10_000 });
    await saleWith(tenant, order.id, 'waiting');
    const event = tenant.company.eventOf(order.id, 'updated');
    tenant.company.setWebhookMode('dropped');
    tenant.company.completeOrder(order.id);
    tenant.company.setWebhookMode('live');
    tenant.company.revokeAccess();
    await tenant.company.deliver([event]);
    await until('the connection to ask for authorisation', async () => {
      const connection = await house.store.connections.get(tenant.merchantId, tenant.connectionId);
      return connection!.state === 'needs_authorization';
    });
    const { location } = (await tenant.api.get('/integrations/bling/authorize')).expect(302);
    const again = await consent(house.simulator, house.url, location!, tenant.company.index);
    expect(again.status).toBe(200);
    expect((await saleWith(tenant, order.id, 'active')).earnedCents).toBe(500);
  });

  it('refuses an order whose amounts cannot be right, by the name of the field, until it is corrected', async () => {
    const tenant = house.tenants[3]!;
    const order = anOrder(tenant.company, {
      contactId: aBuyer(tenant.company).id,
      items: [{ unitCents: 2_000_000_000 }],
    });
    tenant.company.completeOrder(order.id);
    const sale = await saleWith(tenant, order.id, 'refused');
    expect(sale.refusal).toMatch(/total|itens/);
    expect(sale.earnedCents).toBe(0);
    tenant.company.patchOrder(order.id, { items: [{ unitCents: 5_000 }] });
    expect((await saleWith(tenant, order.id, 'active')).earnedCents).toBe(250);
  });
});

describe('the engines in trouble', () => {
  const SIGNED = (body: string): Record<string, string> => ({
    'content-type': 'application/json',
    'x-bling-signature-256': `sha256=${createHmac('sha256', house.config.bling.clientSecret).update(body).digest('hex')}`,
  });

  it('answers a webhook with 503 while Temporal is away, so that Bling comes again', async () => {
    const { config, store } = house;
    const log = createLogger('silent');
    const temporal = lazyConnection({ address: '127.0.0.1:1' });
    const client = new Client({ connection: temporal.connection });
    const server = createServer(
      createApp({
        config,
        log,
        store,
        runs: createRuns({ client, taskQueue: config.taskQueue, coalesceMs: config.saleCoalesceMs }),
        bling: createBlingAccess(config.bling, store, log),
        whatsapp: null,
        mail: createAccessMailer(config.mail, log),
        now: Date.now,
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { company } = house.tenants[0]!;
      const { body } = company.eventOf(anOrder(company, { totalCents: 10_000 }).id, 'updated');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/bling`;
      const answer = await fetch(url, { method: 'POST', headers: SIGNED(body), body: body });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    } finally {
      await temporal.close();
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
    }
  });

  it('takes webhooks without MongoDB, and finishes the sale when MongoDB is back', async () => {
    const mongo = new URL(testMongoUri());
    const gate = await openTcpGate({ host: mongo.hostname, port: Number(mongo.port) });
    const uri = `mongodb://127.0.0.1:${gate.port}${mongo.pathname}?directConnection=true`;
    const fragile = await openHouse({ env: { MONGODB_URI: uri } });
    try {
      const { tenant } = fragile;
      const seen = anOrder(tenant.company, { contactId: aBuyer(tenant.company).id, totalCents: 10_000 });
      await saleWith(tenant, seen.id, 'waiting');
      gate.shut();
      tenant.company.completeOrder(seen.id);
      await fragile.simulator.webhooksIdle();
      expect(fragile.simulator.deliveries()[0]).toMatchObject({
        attempts: [expect.objectContaining({ status: 202 })],
      });
      gate.open();
      expect((await saleWith(tenant, seen.id, 'active')).earnedCents).toBe(500);
      await verifyLedger(tenant);
    } finally {
      gate.open();
      await fragile.close();
      await gate.close();
    }
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { saleIdOf } from '../../src/ids';
import type { Sale } from '../../src/loyalty';
import type { CompanyHandle } from '../../simulator';
import { PARKED, searchAttributes } from '../../src/workflows';
import { aProgram } from './builders';
import { consent, openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import { until } from './until';

/*
 * What only a person can put right at the source: the sale is parked, what it has goes on living, one alert tells of it, and once it is
 * put right everything is read.
 */

const ORDER = 'GET /pedidos/vendas/{id}' as const;
const CONTACT = 'GET /contatos/{id}' as const;
const FOR_EVER = 100_000;

let house: House;
beforeAll(async () => {
  house = await openHouse({
    companies: 8,
    program: aProgram({ holding: { after: 'PT2S' }, messages: {} }),
  });
});
afterEach(() => house.simulator.clearFaults());
afterAll(() => house.close());

interface AlertJson {
  kind: string;
  subject: string;
  text: string;
  facts: Record<string, unknown>;
}

const sold = (company: CompanyHandle): number =>
  anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 }).id;

function completed(company: CompanyHandle): number {
  const orderId = sold(company);
  company.completeOrder(orderId);
  return orderId;
}

const saleOf = ({ merchantId }: Tenant, orderId: number): Promise<Sale | null> =>
  house.store.sales.find({ merchantId, channel: 'bling', externalId: String(orderId) });

const runOf = ({ merchantId }: Tenant, orderId: number): WorkflowHandle =>
  house.client.workflow.getHandle(`sale/${merchantId}/bling/${orderId}`);

async function shownStatus(tenant: Tenant, orderId: number): Promise<string | undefined> {
  const described = await runOf(tenant, orderId)
    .describe()
    .catch(() => null);
  return described?.typedSearchAttributes.get(searchAttributes.saleStatus);
}

async function pendingSteps(tenant: Tenant, orderId: number): Promise<unknown[]> {
  const { raw } = await runOf(tenant, orderId).describe();
  return raw.pendingActivities ?? [];
}

const parked = (tenant: Tenant, orderId: number): Promise<unknown> =>
  until(
    `sale ${orderId} to be parked`,
    async () =>
      (await shownStatus(tenant, orderId)) === PARKED && (await saleOf(tenant, orderId))?.source.parked,
  );

const settled = (tenant: Tenant, orderId: number, status = 'active'): Promise<unknown> =>
  until(`sale ${orderId} to be ${status}`, async () => {
    const sale = await saleOf(tenant, orderId);
    return (
      sale?.benefit.status === status &&
      !sale.source.parked &&
      (await shownStatus(tenant, orderId)) === status
    );
  });

async function alertsOf({ api }: Tenant): Promise<AlertJson[]> {
  const { data } = (await api.get<{ data: AlertJson[] }>('/v1/alerts')).expect(200).body;
  return data.filter(({ kind }) => kind === 'bling_refused');
}

async function stateOf({ api }: Tenant): Promise<string> {
  const { data } = (await api.get<{ data: { state: string }[] }>('/v1/connections')).expect(200).body;
  return data[0]!.state;
}

async function reconnect(tenant: Tenant): Promise<void> {
  const { location } = (await tenant.api.get('/integrations/bling/authorize')).expect(302);
  const done = await consent(house.simulator, house.url, location!, tenant.company.index);
  expect(done.status).toBe(200);
}

async function sweep(): Promise<void> {
  const { taskQueue } = house.config;
  const start = { workflowId: `lost-runs/${randomUUID()}`, taskQueue, args: [{ lateMs: 600_000 }] };
  await house.client.workflow.execute('lostRuns', start);
}

describe('sales that Bling refuses to tell of for want of a permission', () => {
  it('are parked with one alert, and a reconnection has all of them read', async () => {
    const [tenant, other] = house.tenants as [Tenant, Tenant];
    for (const { company } of [tenant, other])
      company.injectFault({ kind: 'insufficient-scope', route: ORDER, times: FOR_EVER });
    const orders = Array.from({ length: 12 }, () => completed(tenant.company));
    const cancelled = completed(tenant.company);
    const foreign = completed(other.company);
    for (const orderId of [...orders, cancelled]) await parked(tenant, orderId);
    await parked(other, foreign);
    const alerts = await alertsOf(tenant);
    expect(alerts).toMatchObject([
      { subject: tenant.connectionId, facts: { connectionId: tenant.connectionId, reason: 'forbidden' } },
    ]);
    expect(alerts[0]!.text).toContain('falta uma permissão');
    expect(await stateOf(tenant)).toBe('needs_authorization');
    const { body } = await tenant.api.get<{ data: { parked: unknown }[] }>(
      `/v1/sales?parkedFor=${tenant.connectionId}&limit=100`,
    );
    expect(body.data).toHaveLength(13);
    expect(body.data[0]!.parked).toMatchObject({ reason: 'forbidden', connectionId: tenant.connectionId });
    // Bling is asked once for each of the two words on an order, and not again.
    expect(tenant.company.counters().byRoute[ORDER]).toBeLessThanOrEqual(26);
    for (const orderId of orders) expect(await pendingSteps(tenant, orderId)).toEqual([]);

    tenant.company.setWebhookMode('dropped');
    tenant.company.cancelOrder(cancelled);
    house.simulator.clearFaults();
    other.company.injectFault({ kind: 'insufficient-scope', route: ORDER, times: FOR_EVER });
    await reconnect(tenant);
    for (const orderId of orders) await settled(tenant, orderId);
    await settled(tenant, cancelled, 'cancelled');
    expect(await alertsOf(tenant)).toEqual([]);
    expect(await stateOf(tenant)).toBe('connected');
    expect(await shownStatus(other, foreign)).toBe(PARKED);
    expect(await alertsOf(other)).toHaveLength(1);
    await verifyLedger(tenant);
  });

  it('go on by what was known: what was due is done, and staff are served', async () => {
    const tenant = house.tenants[2]!;
    const orderId = completed(tenant.company);
    await until('the sale to be pending', async () => (await shownStatus(tenant, orderId)) === 'pending');
    tenant.company.injectFault({ kind: 'insufficient-scope', route: ORDER, times: FOR_EVER });
    tenant.company.patchOrder(orderId, { totalCents: 20_000 });
    await parked(tenant, orderId);
    await until('the holding to end', async () => {
      const sale = await saleOf(tenant, orderId);
      return sale?.benefit.status === 'active' && sale.benefit.earnedCents === 500;
    });
    const { id } = (await saleOf(tenant, orderId))!;
    (await tenant.api.post(`/v1/sales/${id}/returns`, { amountCents: 5_000 })).expect(201);
    expect((await saleOf(tenant, orderId))!.benefit.earnedCents).toBe(250);
    expect(await shownStatus(tenant, orderId)).toBe(PARKED);
    const metadata = await runOf(tenant, orderId).query<{ currentDetails?: string }>(
      '__temporal_workflow_metadata',
    );
    expect(metadata.currentDetails).toContain('Leitura parada');
    expect(metadata.currentDetails).toContain('conceder a permissão no Bling');
    house.simulator.clearFaults();
    await reconnect(tenant);
    await settled(tenant, orderId);
    expect((await saleOf(tenant, orderId))!.benefit.earnedCents).toBe(750);
    await verifyLedger(tenant);
  });

  it('are all read once Bling answers one of them: a sweep asks again by itself', async () => {
    const tenant = house.tenants[3]!;
    tenant.company.injectFault({ kind: 'insufficient-scope', route: CONTACT, times: FOR_EVER });
    const orders = Array.from({ length: 5 }, () => completed(tenant.company));
    for (const orderId of orders) await parked(tenant, orderId);
    expect(await alertsOf(tenant)).toHaveLength(1);
    await sweep();
    house.simulator.clearFaults();
    await sweep();
    for (const orderId of orders) await settled(tenant, orderId);
    await until('the alert to end', async () => (await alertsOf(tenant)).length === 0);
    expect(await stateOf(tenant)).toBe('connected');
  });

  it('are found by a sweep where nobody came to wake them', async () => {
    const tenant = house.tenants[4]!;
    tenant.company.injectFault({ kind: 'insufficient-scope', route: ORDER, times: FOR_EVER });
    const orders = Array.from({ length: 3 }, () => completed(tenant.company));
    for (const orderId of orders) await parked(tenant, orderId);
    house.simulator.clearFaults();
    // As if the process had died right after it had stored the new tokens.
    const { merchantId, company } = tenant;
    const { store } = house;
    const tokens = (await store.connections.tokens(tenant.connectionId))!;
    await store.connections.authorize(
      merchantId,
      { companyId: company.id, companyName: 'Loja' },
      tokens,
      new Date(),
    );
    await sweep();
    for (const orderId of orders) await settled(tenant, orderId);
    expect(await alertsOf(tenant)).toEqual([]);
  });
});

describe('a sale that alone may not be read', () => {
  it('is parked by itself once others are read: alert and connection are left alone, and a sweep asks again', async () => {
    const tenant = house.tenants[7]!;
    const { company, merchantId } = tenant;
    const raised = async (): Promise<number> =>
      (await house.store.alerts.list(merchantId, { state: 'all', limit: 10 })).filter(
        ({ kind }) => kind === 'bling_refused',
      ).length;
    const alone = sold(company);
    const another = sold(company);
    const asked = (): number => company.counters().byRoute[ORDER] ?? 0;
    for (const orderId of [alone, another]) {
      await until('the sale to wait', async () => (await shownStatus(tenant, orderId)) === 'waiting');
      company.injectFault({ kind: 'insufficient-scope', route: ORDER, id: orderId, times: FOR_EVER });
    }
    company.completeOrder(alone);
    await parked(tenant, alone);
    expect(await stateOf(tenant)).toBe('needs_authorization');
    await settled(tenant, completed(company));
    await until('the alert to end', async () => (await alertsOf(tenant)).length === 0);
    for (let other = 0; other < 3; other += 1) {
      const before = asked();
      await house.runs.saleChanged((await saleOf(tenant, alone))!, { eventId: 'evt', kind: 'updated' });
      await until('it to be asked for', () => Promise.resolve(asked() > before));
      await settled(tenant, completed(company));
      expect(await stateOf(tenant)).toBe('connected');
    }
    company.completeOrder(another);
    await parked(tenant, another);
    await settled(tenant, completed(company));
    await until('it to be connected', async () => (await stateOf(tenant)) === 'connected');
    for (const orderId of [alone, another]) await parked(tenant, orderId);
    expect(await raised()).toBe(1);
    house.simulator.clearFaults();
    await sweep();
    for (const orderId of [alone, another]) await settled(tenant, orderId);
    await verifyLedger(tenant);
  });
});

describe('a sale whose authorisation was revoked', () => {
  it('is parked without a run that polls, and read after the reconnection', async () => {
    const tenant = house.tenants[5]!;
    const orderId = sold(tenant.company);
    await until('the sale to wait', async () => (await shownStatus(tenant, orderId)) === 'waiting');
    const event = tenant.company.eventOf(orderId, 'updated');
    tenant.company.setWebhookMode('dropped');
    tenant.company.completeOrder(orderId);
    tenant.company.revokeAccess();
    await tenant.company.deliver([event]);
    await parked(tenant, orderId);
    expect((await saleOf(tenant, orderId))!.source.parked).toMatchObject({ reason: 'unauthorized' });
    expect(await pendingSteps(tenant, orderId)).toEqual([]);
    expect(await alertsOf(tenant)).toHaveLength(1);
    await reconnect(tenant);
    await settled(tenant, orderId);
    await verifyLedger(tenant);
  });
});

describe('a sale of a connection that is not there', () => {
  it('is parked, and the others of its merchant are not', async () => {
    const tenant = house.tenants[6]!;
    const { merchantId } = tenant;
    const source = {
      channel: 'bling' as const,
      externalId: '998877',
      connectionId: 'con_of_a_former_backup',
    };
    const id = saleIdOf({ merchantId, ...source });
    await house.runs.saleChanged({ id, merchantId, source }, { eventId: 'evt_1', kind: 'updated' });
    await parked(tenant, 998_877);
    expect(await alertsOf(tenant)).toMatchObject([
      { subject: 'con_of_a_former_backup', facts: { reason: 'unknown_connection' } },
    ]);
    expect(await stateOf(tenant)).toBe('connected');
    await settled(tenant, completed(tenant.company));
  });
});

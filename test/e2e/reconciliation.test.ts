import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sale } from '../../src/loyalty';
import type { CompanyHandle } from '../../simulator';
import { aProgram } from './builders';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, verifyLedger } from './shop';
import { until } from './until';

/*
 * Events that never came: a comparison with the list of orders makes every sale right.
 */

interface ReportJson {
  id: string;
  state: string;
  failure: string | null;
  lookedAt: number;
  missing: number;
  differing: number;
  deleted: number;
  repaired: number;
  found: { orderId: string; why: string; repairedAt: string | null }[];
}

const LIST = 'GET /pedidos/vendas' as const;
/** How events come: each once and in order, or three in ten not at all and the others twice, overtaking each other. */
const PLAIN = { lossRate: 0, copies: 1, shuffleMs: 0 };
const UNRELIABLE = { lossRate: 0.3, copies: 2, shuffleMs: 1_500 };

let house: House;
beforeAll(async () => {
  house = await openHouse({
    companies: 6,
    program: aProgram({ holding: { after: 'PT0S' }, messages: {} }),
  });
});
afterEach(() => {
  house.simulator.clearFaults();
  house.simulator.configure({ webhookDelivery: PLAIN });
});
afterAll(() => house.close());

const saleOf = ({ merchantId }: Tenant, orderId: number): Promise<Sale | null> =>
  house.store.sales.find({ merchantId, channel: 'bling', externalId: String(orderId) });

/** Asks for a comparison of the last hour. */
async function begun({ api, connectionId }: Tenant): Promise<string> {
  // Bling's list goes by whole seconds.
  const end = Date.now();
  const period = { from: new Date(end - 3_600_000).toISOString(), until: new Date(end).toISOString() };
  const path = `/v1/connections/${connectionId}/reconciliations`;
  return (await api.post<ReportJson>(path, period)).expect(201).body.id;
}

const ended = ({ api }: Tenant, id: string): Promise<ReportJson> =>
  until('the comparison to end', async () => {
    const { body } = (await api.get<ReportJson>(`/v1/reconciliations/${id}`)).expect(200);
    return body.state !== 'running' && body;
  });

const compared = async (tenant: Tenant): Promise<ReportJson> => ended(tenant, await begun(tenant));

/** What a sale should say of an order as it stands now, and what it should have earned. */
function asItShouldBe(company: CompanyHandle, orderId: number): object {
  const { situationId, totalCents, contactId } = company.order(orderId);
  const status = { 9: 'completed', 12: 'cancelled' }[situationId] ?? 'open';
  if (status === 'cancelled') return { status };
  const earnedCents = status === 'completed' ? Math.floor(totalCents / 20) : 0;
  return { status, totalCents, contactId: String(contactId), earnedCents };
}

const asItIs = (sale: Sale | null): object | null =>
  sale && {
    status: sale.source.status,
    totalCents: sale.content.totalCents,
    contactId: sale.source.contactId,
    earnedCents: sale.benefit.earnedCents,
  };

/** The orders of which an event was sent. */
function toldOf(orders: readonly number[]): number[] {
  const told = new Set(house.simulator.deliveries().map(({ orderId }) => orderId));
  return orders.filter((id) => told.has(id));
}

describe('of events of which three in ten are lost at random, and the others come twice and in any order', () => {
  it('nothing remains: every sale is as its order is, and the report says what was made good', async () => {
    const [tenant] = house.tenants as [Tenant];
    const { company } = tenant;
    house.simulator.configure({ webhookDelivery: UNRELIABLE });
    const orders = Array.from({ length: 40 }, (_, index) => {
      const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 5_000 + index });
      return id;
    });
    await house.simulator.webhooksIdle();
    // What becomes of these from now on differs from what was read of them.
    for (const id of toldOf(orders))
      await until(`order ${id} to be read`, async () => (await saleOf(tenant, id))?.source.readAt);
    for (const [index, id] of orders.entries()) {
      if (index % 5 === 0) company.cancelOrder(id);
      if (index % 5 === 1) company.patchOrder(id, { totalCents: 9_000 + index });
      if (index % 5 === 2) company.patchOrder(id, { contactId: aBuyer(company).id });
      if (index % 5 > 2) company.completeOrder(id);
      if (index % 5 === 4) company.patchOrder(id, { totalCents: 7_000 + index });
    }
    await house.simulator.webhooksIdle();
    house.simulator.configure({ webhookDelivery: PLAIN });
    const report = await compared(tenant);
    expect(report).toMatchObject({ state: 'finished', lookedAt: orders.length, deleted: 0 });
    expect(report.differing).toBeGreaterThan(0);
    expect(report.repaired).toBe(report.missing + report.differing);
    expect(report.found.every(({ repairedAt }) => repairedAt !== null)).toBe(true);
    for (const id of orders)
      await until(`order ${id} to be told as it is`, async () => {
        const should = asItShouldBe(company, id);
        const is = asItIs(await saleOf(tenant, id));
        return is !== null && JSON.stringify({ ...is, ...should }) === JSON.stringify(is);
      });
    expect(await compared(tenant)).toMatchObject({ lookedAt: orders.length, missing: 0, differing: 0 });
    await verifyLedger(tenant);
  });
});

describe('a list of several pages', () => {
  it('whose pages repeat rows counts each order once, and misses none', async () => {
    const tenant = house.tenants[1]!;
    const { company } = tenant;
    company.repeatRows(9);
    company.setWebhookMode('dropped');
    const contactId = aBuyer(company).id;
    const orders = Array.from({ length: 108 }, () => company.createOrder({ contactId, totalCents: 1_000 }));
    const report = await compared(tenant);
    expect(report).toMatchObject({ lookedAt: orders.length, missing: orders.length, differing: 0 });
    for (const { id } of orders)
      await until(`order ${id} to be read`, async () => (await saleOf(tenant, id))?.source.readAt);
  });
});

describe('an order that was deleted, of which nobody heard', () => {
  it('is found, and what it earned is taken back', async () => {
    const tenant = house.tenants[2]!;
    const { company } = tenant;
    // One event for each: a second one under way would find by itself that the order is gone.
    company.setWebhookMode('dropped');
    const [kept, gone] = [0, 1].map(() => {
      const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(id);
      return id;
    }) as [number, number];
    for (const id of [kept, gone]) {
      await company.deliver([company.eventOf(id, 'created')]);
      await until(`order ${id} to earn`, async () => (await saleOf(tenant, id))?.benefit.status === 'active');
    }
    company.deleteOrder(gone, { cancelFirst: false });
    const report = await compared(tenant);
    expect(report).toMatchObject({ missing: 0, differing: 0, deleted: 1, repaired: 1 });
    expect(report.found).toMatchObject([{ orderId: String(gone), why: 'unlisted' }]);
    await until('it to be taken back', async () => {
      const sale = await saleOf(tenant, gone);
      return sale?.source.status === 'missing' && sale.benefit.status === 'cancelled';
    });
    expect((await saleOf(tenant, kept))?.benefit.status).toBe('active');
    await verifyLedger(tenant);
  });
});

describe('a Bling that does not answer', () => {
  it('is waited for, and the comparison goes on where it was', async () => {
    const tenant = house.tenants[3]!;
    const { company } = tenant;
    company.setWebhookMode('dropped');
    const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 4_000 });
    company.injectFault({ kind: 'server-error', times: 100_000 });
    const comparison = await begun(tenant);
    const run = house.client.workflow.getHandle(`reconciliation/${tenant.merchantId}/${comparison}`);
    await until('it to be tried again', async () => {
      const { raw } = await run.describe();
      return (raw.pendingActivities ?? []).some(({ attempt }) => (attempt ?? 0) >= 3);
    });
    house.simulator.clearFaults();
    const report = await ended(tenant, comparison);
    expect(report).toMatchObject({ state: 'finished', missing: 1, repaired: 1 });
    expect(await saleOf(tenant, id)).toMatchObject({ source: { status: 'open' } });
  });

  it('and one that refuses the list ends it, with an alert and the reason', async () => {
    const tenant = house.tenants[4]!;
    tenant.company.injectFault({ kind: 'insufficient-scope', route: LIST, times: 1 });
    expect(await compared(tenant)).toMatchObject({ state: 'failed', failure: 'Bling.forbidden' });
    const alerts = async (): Promise<string[]> => {
      const { data } = (await tenant.api.get<{ data: { kind: string }[] }>('/v1/alerts')).expect(200).body;
      return data.map(({ kind }) => kind);
    };
    expect(await alerts()).toContain('bling_refused');
    // The next is answered: that ends it.
    expect(await compared(tenant)).toMatchObject({ state: 'finished', failure: null });
    expect(await alerts()).not.toContain('bling_refused');
  });
});

describe('two comparisons of one connection', () => {
  it('do not run at once, and one whose run was ended from outside makes way', async () => {
    const tenant = house.tenants[5]!;
    tenant.company.injectFault({ kind: 'hang', route: LIST, ms: 20_000, times: 1 });
    const id = await begun(tenant);
    const period = { from: new Date(Date.now() - 60_000).toISOString(), until: new Date().toISOString() };
    const path = `/v1/connections/${tenant.connectionId}/reconciliations`;
    expect((await tenant.api.post<{ code: string }>(path, period)).body.code).toBe('reconciliation_running');
    await house.client.workflow.getHandle(`reconciliation/${tenant.merchantId}/${id}`).cancel();
    expect(await ended(tenant, id)).toMatchObject({ state: 'cancelled' });
    expect(await compared(tenant)).toMatchObject({ state: 'finished' });
  });
});

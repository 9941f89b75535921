import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { situationIds } from '../../simulator';
import type { Order } from '../../simulator';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { verifyLedger } from './shop';
import { until } from './until';

const PAST = 24;

interface ImportJson {
  id: string;
  state: string;
  history: { done: number; kept: number; known: number; notCounted: number };
}

let house: House;

beforeAll(async () => {
  house = await openHouse({ companies: 2, history: PAST });
  // Bling's filters are of whole seconds, and are asked outwards: what changes from here on changes after the second that
  // follows that of the connection.
  await delay(2_000);
});
afterAll(() => house.close());

async function imported({ api, connectionId }: Tenant, query: string): Promise<ImportJson> {
  const path = `/v1/connections/${connectionId}/imports?${query}`;
  const { id } = (await api.post<ImportJson>(path)).expect(201).body;
  return until('the import to end', async () => {
    const { body } = await api.get<ImportJson>(`/v1/imports/${id}`);
    return body.state === 'finished' && body;
  });
}

const completed = ({ company }: Tenant): Order[] =>
  company.orders().filter(({ situationId }) => situationId === situationIds.completed);

/** A sale once its run has settled it: what is due of it next, if anything, lies ahead. */
async function saleOf({ merchantId }: Tenant, { id }: Order) {
  const identity = { merchantId, channel: 'bling' as const, externalId: String(id) };
  return until(`the sale of order ${id}`, async () => {
    const sale = await house.store.sales.find(identity);
    return sale !== null && (sale.benefit.nextAt ?? Infinity) > Date.now() && sale;
  });
}

describe('past orders that are read with the contacts', () => {
  /** Of the one that came to life before the import: it earns as any other. */
  let liveId: number;
  it('become purchases without benefit and without messages; what is known already stays as it is', async () => {
    const { tenant } = house;
    const { company, api } = tenant;
    // One of them comes to life before the import: Bling tells of it, and it earns as any other.
    const [live, ...others] = completed(tenant).filter(
      ({ contactId }) => contactId !== company.anonymousContact.id,
    );
    liveId = live!.id;
    company.patchOrder(liveId, { totalCents: 30_000 });
    await until('the live sale', async () => (await saleOf(tenant, live!)).benefit.earnedCents > 0);
    const before = await saleOf(tenant, live!);
    const { history } = await imported(tenant, 'history=P12M');
    expect(history).toMatchObject({ kept: completed(tenant).length - 1, known: 0 });
    for (const order of others) {
      const sale = await saleOf(tenant, order);
      expect(sale).toMatchObject({
        source: { status: 'completed', lateness: 'held', connectionId: tenant.connectionId },
        benefit: { status: 'no_benefit', earnedCents: 0, pinned: null },
        notices: { silent: true },
      });
      expect(sale.content.totalCents).toBe(Math.round(sale.content.totalCents));
    }
    const named = await Promise.all(others.map((order) => saleOf(tenant, order)));
    expect(named.filter(({ owner }) => owner.customerId !== null).length).toBeGreaterThan(others.length / 2);
    const { body } = await api.get<{ explanation: { lines: string[] }[] }>(`/v1/sales/${named[0]!.id}`);
    expect(body.explanation[0]!.lines[0]).toContain('histórico do Bling');
    expect(await saleOf(tenant, live!)).toMatchObject({ version: before.version });
    const told = (await house.store.messages.ofSale(tenant.merchantId, named[0]!.id)).length;
    expect(told).toBe(0);
    await verifyLedger(tenant);
  });

  it('are left as they are when they are read again, and when they change afterwards', async () => {
    const { tenant } = house;
    const { history } = await imported(tenant, 'history=P12M');
    expect(history).toMatchObject({ kept: 0, known: completed(tenant).length - 1 });
    const nobody = tenant.company.anonymousContact.id;
    const order = completed(tenant).find(({ id, contactId }) => id !== liveId && contactId !== nobody);
    tenant.company.patchOrder(order!.id, { totalCents: 77_700 });
    await until('the change', async () => (await saleOf(tenant, order!)).content.totalCents === 77_700);
    expect((await saleOf(tenant, order!)).benefit).toMatchObject({ earnedCents: 0 });
  });

  it('earn where that is asked for, by what each order says in full, and nobody is written to', async () => {
    const tenant = house.tenants[1]!;
    await imported(tenant, 'history=P12M&earn=true');
    const sales = await Promise.all(completed(tenant).map((order) => saleOf(tenant, order)));
    const earning = sales.filter(({ benefit }) => benefit.earnedCents > 0);
    expect(earning.length).toBeGreaterThan(sales.length / 2);
    expect(sales.some(({ content }) => content.freightCents > 0)).toBe(true);
    for (const { id } of earning)
      expect(await house.store.messages.ofSale(tenant.merchantId, id)).toEqual([]);
    await verifyLedger(tenant);
  });
});

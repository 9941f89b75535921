import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { aProgram } from './builders';
import { endPause } from './end-of-pause';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder } from './shop';
import type { SaleJson } from './shop';
import { openTimeHouse } from './time-house';
import { until } from './until';

/** The day's quota is used up: the answer asks to come back in up to an hour. */
const QUOTA = { kind: 'rate-limit-day', route: 'GET /pedidos/vendas/{id}' } as const;

async function detailsOf(handle: WorkflowHandle): Promise<string> {
  const metadata = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  return metadata.currentDetails ?? '';
}

describe('a sale that cannot be read', () => {
  let house: House;
  // Each its own company: one whose day is used up is left alone.
  beforeEach(async () => {
    house = await openHouse({ program: aProgram({ messages: {} }) });
  });
  afterEach(() => house.close());

  const runOf = (orderId: number): WorkflowHandle =>
    house.client.workflow.getHandle(`sale/${house.tenant.merchantId}/bling/${orderId}`);

  /** The runs that the list of the Temporal UI shows for a filter. */
  async function listed(filter: string): Promise<string[]> {
    const query = `${filter} AND MerchantId = "${house.tenant.merchantId}"`;
    const found: string[] = [];
    for await (const { workflowId } of house.client.workflow.list({ query })) found.push(workflowId);
    return found;
  }

  async function unreadable(orderId: number): Promise<string> {
    await until('the run to say that it cannot be read', async () =>
      (await detailsOf(runOf(orderId)).catch(() => '')).includes('não foi possível ler a venda'),
    );
    const stuck = 'ExecutionStatus = "Running" AND SaleStatus = "unreadable"';
    await until('the filter to find it', async () =>
      (await listed(stuck)).includes(runOf(orderId).workflowId),
    );
    return detailsOf(runOf(orderId));
  }

  it('is found by a filter, and says what it waits for, since when, which attempt, and what to do', async () => {
    const { company } = house.tenant;
    company.injectFault({ ...QUOTA, times: 50 });
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    const details = await unreadable(order.id);
    expect(details).toContain('a cota diária de consultas desta empresa no Bling acabou');
    expect(details).toMatch(/Desde: \d\d\/\d\d\/\d{4} às \d\d:\d\d/);
    expect(details).toContain('Tentativas até agora: 1');
    expect(details).toContain('O que fazer: nada; a cota é renovada à meia-noite');
  });

  it('that was settled before says so too, beside what was known of it', async () => {
    const { company } = house.tenant;
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    company.completeOrder(order.id);
    await until('the sale to be active', async () =>
      (await listed('SaleStatus = "active"')).includes(runOf(order.id).workflowId),
    );
    company.injectFault({ ...QUOTA, times: 50 });
    company.patchOrder(order.id, { totalCents: 20_000 });
    const details = await unreadable(order.id);
    expect(details).toContain('O que se sabia da venda continua valendo');
    expect(details).toContain('5,00');
  });

  it.each([
    ['refuses', QUOTA],
    ['hangs', { kind: 'hang', route: QUOTA.route, ms: 3_600_000 }],
  ] as const)(
    'lives on meanwhile: what time brings to it is done while the source %s',
    async (_how, fault) => {
      const { company, api } = house.tenant;
      (await api.put('/v1/program', aProgram({ holding: { after: 'PT10S' }, messages: {} }))).expect(200);
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      const sale = await until('the sale to be pending', async () => {
        const { body } = await api.get<{ data?: SaleJson[] }>(
          `/v1/sales?channel=bling&externalId=${order.id}`,
        );
        return body.data?.find(({ status }) => status === 'pending');
      });
      company.injectFault({ ...fault, times: 50 });
      const from = Date.now();
      company.patchOrder(order.id, { totalCents: 20_000 });
      await unreadable(order.id);
      const earned = async (): Promise<Pick<SaleJson, 'status' | 'earnedCents'>> => {
        const { status, earnedCents } = (await api.get<SaleJson>(`/v1/sales/${sale.id}`)).expect(200).body;
        return { status, earnedCents };
      };
      await until('the holding period to end', async () => (await earned()).status === 'active');
      expect(await earned()).toEqual({ status: 'active', earnedCents: 500 });
      // A source is asked for two minutes where nothing waits for it.
      expect(Date.now() - from).toBeLessThan(90_000);
      const details = await unreadable(order.id);
      expect(details).toContain('os prazos e avisos dela seguem');
    },
  );

  it('is “reading” from its first moment on, also while no worker runs', async () => {
    const silent = await openHouse({ worker: false });
    try {
      const other = silent.tenant;
      const order = anOrder(other.company, { contactId: aBuyer(other.company).id, totalCents: 10_000 });
      const query = `SaleStatus = "reading" AND MerchantId = "${other.merchantId}"`;
      await until('the filter to find it', async () => {
        for await (const { workflowId } of silent.client.workflow.list({ query }))
          return workflowId.endsWith(`/${order.id}`);
        return false;
      });
    } finally {
      await silent.close();
    }
  });
});

describe('a sale that could not be read', () => {
  it('is read once the source lets it, and earns as if nothing had been', async () => {
    const house = await openTimeHouse(aProgram({ messages: {} }));
    try {
      const company = house.simulator.company();
      company.setWebhookMode('dropped');
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      company.injectFault({ ...QUOTA, times: 1 });
      const { saleId } = await house.announce(order.id);
      await endPause(house.store.callPlaces, company.id);
      await house.env.sleep('6 hours');
      await until('the sale to be read', async () => {
        const sale = await house.store.sales.get(house.merchantId, saleId);
        return sale?.benefit.status === 'active' && sale.benefit.earnedCents === 500;
      });
    } finally {
      await house.close();
    }
  });
});

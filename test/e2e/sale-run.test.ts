import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder } from './shop';
import { until } from './until';

interface SaleJson {
  id: string;
  status: string;
  program: { version: number; rules: { ruleId: string; text: string }[] } | null;
  next: { do: string; at: string; text: string } | null;
  runs: { kind: string; workflowId: string; url: string | null }[];
}

interface RunJson {
  run: { runId: string; running: boolean } | null;
  steps: { step: string; attempt: number; lastFailure: { text: string } | null; nextTryAt: string | null }[];
}

let house: House;
beforeAll(async () => {
  house = await openHouse({ env: { TEMPORAL_UI_URL: 'https://temporal.example.com/' } });
});
afterAll(() => house.close());

const read = async <T>(path: string): Promise<T> => (await house.tenant.api.get<T>(path)).expect(200).body;

describe('the run of a sale', () => {
  it('is told of while its source fails, and no longer once that is over', async () => {
    const { company, api } = house.tenant;
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    company.injectFault({ kind: 'server-error', route: 'GET /pedidos/vendas/{id}', id: order.id, times: 4 });
    company.completeOrder(order.id);
    const sale = await until('the sale to be opened', async () => {
      const found = await api.get<{ data?: SaleJson[] }>(`/v1/sales?channel=bling&externalId=${order.id}`);
      return found.status === 200 ? found.body.data![0]! : null;
    });
    const failing = await until('the step to fail', async () => {
      const { steps } = await read<RunJson>(`/v1/sales/${sale.id}/run`);
      return steps.find(({ attempt, lastFailure }) => attempt > 1 && lastFailure !== null) ?? null;
    });
    expect(failing.step).toBe('readSale');
    expect(failing.lastFailure!.text).toMatch(/Bling/);
    await until('the sale to have earned', async () => {
      const { status } = await read<SaleJson>(`/v1/sales/${sale.id}`);
      return status === 'active';
    });
    const whole = await read<SaleJson>(`/v1/sales/${sale.id}`);
    expect(whole.program?.rules.length).toBeGreaterThan(0);
    expect(whole.next).toMatchObject({ at: expect.any(String) });
    expect(whole.runs[0]).toMatchObject({
      kind: 'sale',
      url: expect.stringContaining('https://temporal.example.com/namespaces/'),
    });
    const { run, steps } = await until('its steps to be done', async () => {
      const look = await read<RunJson>(`/v1/sales/${sale.id}/run`);
      return look.steps.length === 0 ? look : null;
    });
    expect(run).not.toBeNull();
    expect(steps).toEqual([]);
  });
});

describe('one look at the source', () => {
  /** The steps of an order's run, once its sale has earned. */
  async function stepsOf(orderId: number): Promise<string[]> {
    const { merchantId } = house.tenant;
    await until('the sale to have earned', async () => {
      const order = { merchantId, channel: 'bling', externalId: String(orderId) } as const;
      return (await house.store.sales.find(order))?.benefit.status === 'active';
    });
    const handle = house.client.workflow.getHandle(`sale/${merchantId}/bling/${orderId}`);
    const { events } = await handle.fetchHistory();
    return (events ?? []).flatMap(
      ({ activityTaskScheduledEventAttributes: step }) => step?.activityType?.name ?? [],
    );
  }

  /** The run of an order that comes completed, whose first event nobody has told of. */
  async function cameCompleted(): Promise<string[]> {
    const { company } = house.tenant;
    company.setWebhookMode('dropped');
    const { id } = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    company.completeOrder(id);
    company.setWebhookMode('live');
    await company.deliver([company.eventOf(id, 'created')]);
    return stepsOf(id);
  }

  it('is one step for the order and its contact', async () => {
    const steps = await cameCompleted();
    expect(steps.slice(0, 2)).toEqual(['readSale', 'settleBenefit']);
  });

  it('asks once for the order where its contact is not told just then', async () => {
    const { company } = house.tenant;
    company.resetCounters();
    company.injectFault({ kind: 'server-error', route: 'GET /contatos/{id}', times: 2 });
    const steps = await cameCompleted();
    expect(steps.slice(0, 3)).toEqual(['readSale', 'identifyCustomer', 'settleBenefit']);
    expect(company.counters()).toMatchObject({ byRoute: { 'GET /pedidos/vendas/{id}': 1 } });
  });
});

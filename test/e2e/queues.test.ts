import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { redemptionIdOf } from '../../src/ids';
import { createLogger } from '../../src/log';
import { createQueueAlerts } from '../../src/queue-alerts';
import { queueName } from '../../src/queues';
import type { Queue } from '../../src/queues';
import { createRuns } from '../../src/runs';
import { redemptionWorkflowId, saleWorkflowId } from '../../src/workflows';
import { aCustomerWith } from './a-customer-with';
import { aProgram } from './builders';
import { aCounterSale, saleUntil, sold } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House, Tenant } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import { until } from './until';

let house: House;
beforeAll(async () => {
  house = await openHouse({
    worker: false,
    companies: 2,
    env: { CALL_DEADLINE: 'PT15S' },
    program: aProgram({ messages: {} }),
  });
});
afterAll(() => house.close());

interface Redeemed {
  id: string;
  state: string;
}

/** Somebody with R$ 10,00 of cashback. */
const aCustomer = (): Promise<string> => aCustomerWith(house.store, house.tenant.merchantId, 1_000);

const aUse = (customerId: string): object => ({
  ...{ customerId, type: 'cashback', amountCents: 300, saleTotalCents: 10_000, confirm: true },
});

/** The steps of a run, the queue each was given to, and when it began (epoch milliseconds; NaN: not yet). */
async function stepsOf(workflowId: string): Promise<{ step: string; queue: string; begun: number }[]> {
  const { events } = await house.client.workflow.getHandle(workflowId).fetchHistory();
  const begun = new Map<string, number>();
  for (const { activityTaskStartedEventAttributes: started, eventTime } of events ?? [])
    if (started)
      begun.set(String(started.scheduledEventId), Number(eventTime!.seconds) * 1e9 + eventTime!.nanos!);
  return (events ?? []).flatMap(({ activityTaskScheduledEventAttributes: given, eventId }) => {
    if (!given) return [];
    const [step, queue] = [given.activityType!.name!, given.taskQueue!.name!];
    return [{ step, queue, begun: (begun.get(String(eventId)) ?? NaN) / 1e6 }];
  });
}

/** When a worker took a run up, epoch milliseconds: a step that follows is taken along at once where the server does that. */
async function taken(workflowId: string): Promise<number> {
  const { events } = await house.client.workflow.getHandle(workflowId).fetchHistory();
  const { seconds, nanos } = events!.find((event) => event.workflowTaskStartedEventAttributes)!.eventTime!;
  return Number(seconds) * 1_000 + nanos! / 1e6;
}

const runOfPosted = ({ merchantId }: Tenant, { externalId }: CounterSale): string =>
  saleWorkflowId({ merchantId, channel: 'pos', externalId });

const nameOf = (queue: Queue): string => queueName(house.config.taskQueue, queue);

/** What an API process does when it has just come to look. */
async function tellOfQueues(): Promise<void> {
  const { client, config, store } = house;
  const { unattended } = createRuns({ client, taskQueue: config.taskQueue, coalesceMs: 0 });
  await createQueueAlerts({ store, unattended, log: createLogger('silent') })();
}

/** The queues that a merchant is told of. */
async function openAlerts({ api }: Tenant): Promise<string[]> {
  const { body } = (await api.get<{ data: { kind: string; subject: string }[] }>('/v1/alerts')).expect(200);
  return body.data.flatMap(({ kind, subject }) => (kind === 'queue_unattended' ? [subject] : [])).sort();
}

describe('a worker that serves the counter and the sales alone', () => {
  it('does what staff and posted sales need, while what is for others waits and is said to', async () => {
    const { tenant, client, url } = house;
    const customerId = await aCustomer();
    const stop = await house.startWorker({ WORKER_QUEUES: 'counter,sale' });

    const key = randomUUID();
    const used = (await tenant.api.post<Redeemed>('/v1/redemptions', aUse(customerId), key)).expect(201);
    expect(used.body.state).toBe('confirmed');
    const redemptionId = redemptionIdOf(tenant.merchantId, key);
    const steps = await stepsOf(redemptionWorkflowId({ merchantId: tenant.merchantId, redemptionId }));
    expect(steps[0]).toMatchObject({ step: 'reserveBalance', queue: nameOf('counter') });

    const posted = await sold(tenant, aCounterSale('centro'));
    const run = await stepsOf(runOfPosted(tenant, posted));
    expect(new Set(run.map(({ queue }) => queue))).toEqual(new Set([nameOf('sale')]));

    const ready = await fetch(`${url}/readyz`);
    expect(await ready.json()).toEqual({ status: 'ready', unattended: ['bling', 'messages', 'batch'] });

    await tellOfQueues();
    expect(await openAlerts(tenant)).toEqual(['batch', 'bling', 'messages']);

    const order = anOrder(tenant.company, { contactId: aBuyer(tenant.company).id, totalCents: 10_000 });
    tenant.company.completeOrder(order.id);
    const ordered = saleWorkflowId({
      ...{ merchantId: tenant.merchantId, channel: 'bling', externalId: String(order.id) },
    });
    const reading = await until('the order to be about to be read', async () => {
      const [first] = await stepsOf(ordered).catch(() => []);
      return first ?? null;
    });
    expect(reading).toMatchObject({ step: 'readSale', queue: nameOf('bling'), begun: NaN });

    const returned = await tenant.api.post(`/v1/sales/${posted.id}/returns`, { amountCents: 1_000 }, key);
    returned.expect(201);
    const asked = (await stepsOf(runOfPosted(tenant, posted))).find(({ step }) => step === 'returnGoods');
    expect(asked).toMatchObject({ queue: nameOf('counter') });

    const stopRest = await house.startWorker({ WORKER_QUEUES: 'bling,messages,batch' });
    await until('the order to be read', async () => {
      const { status } = await client.workflow.getHandle(ordered).describe();
      const steps = await stepsOf(ordered);
      return status.name !== 'FAILED' && steps.some(({ step }) => step === 'settleBenefit');
    });
    await tellOfQueues();
    expect(await openAlerts(tenant)).toEqual([]);
    await stopRest();
    await stop();
    await verifyLedger(tenant);
  });
});

describe('a run that began on the one queue there was before', () => {
  it('goes on there, with steps on the queues of today', async () => {
    const { tenant, client, config } = house;
    const { merchantId } = tenant;
    const customerId = await aCustomer();
    const key = randomUUID();
    const input = { merchantId, redemptionId: redemptionIdOf(merchantId, key) };
    const workflowId = redemptionWorkflowId(input);
    await client.workflow.start('redemption', { workflowId, taskQueue: config.taskQueue, args: [input] });
    const stop = await house.startWorker();
    const used = await tenant.api.post<Redeemed>('/v1/redemptions', aUse(customerId), key);
    expect(used.expect(201).body.state).toBe('confirmed');
    expect((await client.workflow.getHandle(workflowId).describe()).taskQueue).toBe(config.taskQueue);
    expect((await stepsOf(workflowId))[0]).toMatchObject({ queue: nameOf('counter') });
    await stop();
  });
});

describe('a merchant with one sale beside one with many', () => {
  it('is not served after all of them', async () => {
    const [busy, quiet] = house.tenants as [Tenant, Tenant];
    const post = async ({ api }: Tenant): Promise<CounterSale> =>
      (await api.post<CounterSale>('/v1/sales', aCounterSale('centro'))).expect(201).body;
    const many: CounterSale[] = [];
    for (let n = 0; n < 40; n += 1) many.push(await post(busy));
    const one = await post(quiet);

    const stop = await house.startWorker({ WORKER_SLOTS: 'sale=1' });
    for (const { id } of many) await saleUntil(busy, id, ({ status }) => status === 'active');
    await saleUntil(quiet, one.id, ({ status }) => status === 'active');
    await stop();

    const itsTurn = await taken(runOfPosted(quiet, one));
    const before = [];
    for (const sale of many)
      if ((await taken(runOfPosted(busy, sale))) < itsTurn) before.push(sale.externalId);
    expect(before.length).toBeLessThan(20);
  });
});

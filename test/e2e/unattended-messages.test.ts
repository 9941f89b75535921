import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { saleWorkflowId } from '../../src/workflows';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { until } from './until';

/*
 * What no server that skips time tells as the real one does: a step that no worker has begun, and whose time is over. It takes two
 * minutes, the least that a message is tried before time goes first.
 */

let house: House;
beforeAll(async () => {
  const messages = { earned: { channels: ['whatsapp' as const] } };
  house = await openHouse({ worker: false, program: aProgram({ holding: { after: 'PT1M' }, messages }) });
});
afterAll(() => house.close());

/** The steps of the sale's run, in the order they were asked for. */
async function stepsOf({ externalId }: CounterSale): Promise<string[]> {
  const { merchantId } = house.tenant;
  const run = saleWorkflowId({ merchantId, channel: 'pos', externalId });
  const { events } = await house.client.workflow.getHandle(run).fetchHistory();
  return (events ?? []).flatMap(
    ({ activityTaskScheduledEventAttributes: given }) => given?.activityType?.name ?? [],
  );
}

it('no worker for messages holds up no time, and none is given up for that: it comes once there is one', async () => {
  const { tenant, store } = house;
  await house.startWorker({ WORKER_QUEUES: 'counter,sale' });
  const customer = { name: 'Ana Souza', phone: '(11) 98765-4001' };
  const sale = await sold(tenant, aCounterSale('centro', { customer }), ({ status }) => status === 'pending');
  await until('the benefit to be released', async () => {
    const now = await store.sales.get(tenant.merchantId, sale.id);
    return now?.benefit.status === 'active';
  });

  await house.startWorker({ WORKER_QUEUES: 'messages' });
  const state = await until('the message to be dealt with', async () => {
    const [message] = await store.messages.ofSale(tenant.merchantId, sale.id);
    return message && !['queued', 'sending'].includes(message.state) && message.state;
  });
  expect(['sent', 'delivered', 'read']).toContain(state);
  expect(await stepsOf(sale)).not.toContain('giveUpMessage');
});

import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { until } from './until';

const NEVER_MS = 86_400_000;
const FATE = 'não entregue: número não está no WhatsApp';

let house: House;
beforeAll(async () => {
  house = await openHouse({ program: aProgram({ messages: { earned: { channels: ['whatsapp'] } } }) });
  // What becomes of a message, after it was sent, is reported by the tests.
  const statusAfterMs = { sent: 20, delivered: NEVER_MS, read: NEVER_MS };
  house.simulator.configure({ whatsapp: { statusAfterMs } });
});
afterAll(() => house.close());

let phones = 0;

interface ToldSale extends CounterSale {
  messages: { state: string; text: string }[];
}

/** A sale whose customer was written to, its run at rest. */
async function told(): Promise<{ sale: CounterSale; handle: WorkflowHandle }> {
  phones += 1;
  const customer = { name: 'Ana Souza', phone: `(11) 98765-${4000 + phones}` };
  const sale = await sold(house.tenant, aCounterSale('centro', { customer }));
  await until('the message to be sent', async () => (await messagesOf(sale))[0]?.state === 'sent');
  const handle = house.client.workflow.getHandle(`sale/${house.tenant.merchantId}/pos/${sale.externalId}`);
  await until('the run to say so', async () => (await detailsOf(handle)).includes('enviado'));
  return { sale, handle };
}

async function messagesOf({ id }: CounterSale): Promise<ToldSale['messages']> {
  return (await house.tenant.api.get<ToldSale>(`/v1/sales/${id}`)).expect(200).body.messages;
}

async function detailsOf(handle: WorkflowHandle): Promise<string> {
  const metadata = await handle
    .query<{ currentDetails?: string }>('__temporal_workflow_metadata')
    .catch(() => null);
  return metadata?.currentDetails ?? '';
}

/** Meta says, signed as Meta signs, that the message was not delivered. */
async function reportFailed(sale: CounterSale): Promise<void> {
  const status = {
    ...{ id: 'wamid.later', status: 'failed', timestamp: String(Math.floor(Date.now() / 1_000)) },
    ...{ errors: [{ code: 131026 }], biz_opaque_callback_data: await messageIdOf(sale) },
  };
  const changes = [{ field: 'messages', value: { statuses: [status] } }];
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] });
  const { appSecret } = house.config.whatsapp;
  const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
  const answer = await fetch(`${house.url}/webhooks/whatsapp`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
}

async function messageIdOf({ id }: CounterSale): Promise<string> {
  const [message] = await house.store.messages.ofSale(house.tenant.merchantId, id);
  return message!.id;
}

/** How often the run has been told that something of its sale moved. */
async function wakes(handle: WorkflowHandle): Promise<number> {
  const { events } = await handle.fetchHistory();
  return events!.filter(
    ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName === 'benefitMoved',
  ).length;
}

describe('a delivery report that comes late', () => {
  it('is said by the sale’s run, which had come to rest, and by the API; repeated, it wakes nothing', async () => {
    const { sale, handle } = await told();
    await reportFailed(sale);
    await until('the run to say it', async () => (await detailsOf(handle)).includes(FATE));
    expect((await messagesOf(sale))[0]!.text).toContain(FATE);
    const before = await wakes(handle);
    await reportFailed(sale);
    expect([before, await wakes(handle)]).toEqual([1, 1]);
  });

  it('is said although the run had ended', async () => {
    const { sale, handle } = await told();
    const { customerId } = sale;
    const use = { customerId, type: 'cashback', amountCents: 500, saleTotalCents: 10_000, confirm: true };
    (await house.tenant.api.post('/v1/redemptions', use)).expect(201);
    await until('the run to end', async () => (await handle.describe()).status.name === 'COMPLETED');
    await reportFailed(sale);
    await until('a new run to say it, and to end', async () => {
      const ended = (await handle.describe()).status.name === 'COMPLETED';
      return ended && (await detailsOf(handle)).includes(FATE);
    });
  });

  it('is told by the sweep where the webhook could not tell it', async () => {
    const { sale, handle } = await told();
    const { merchantId } = house.tenant;
    const report = { messageId: await messageIdOf(sale), providerId: 'wamid.later', senderId: null };
    const failed = { ...report, state: 'failed' as const, reason: 'unreachable', at: Date.now() };
    await house.store.messages.report([failed], new Date());
    expect(await house.store.messages.untold(merchantId, 10)).toHaveLength(1);
    const { taskQueue } = house.config;
    const start = { workflowId: `lost-runs/${randomUUID()}`, taskQueue, args: [{ lateMs: 0 }] };
    await house.client.workflow.execute('lostRuns', start);
    await until('the run to say it', async () => (await detailsOf(handle)).includes(FATE));
    expect(await house.store.messages.untold(merchantId, 10)).toEqual([]);
  });
});

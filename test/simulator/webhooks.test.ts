import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { signatureOf } from '../../simulator/webhooks/signature';
import { situationIds } from '../../simulator';
import type { CompanyHandle, Simulator, SimulatorOptions } from '../../simulator';
import { until } from '../e2e/until';
import { client, closeAll, connect, endpoint, simulate } from './harness';
import type { Call, Endpoint } from './harness';

afterEach(closeAll);

const samples = path.join(__dirname, '../../../shared/facts/bling/samples');

/** A connected shop whose webhooks go to an endpoint. */
async function shop(
  options: Partial<SimulatorOptions> = {},
): Promise<{ simulator: Simulator; company: CompanyHandle; hook: Endpoint }> {
  const hook = await endpoint();
  const simulator = await simulate({ webhookUrl: hook.url, ...options });
  await connect(simulator);
  return { simulator, company: simulator.company(), hook };
}

const signed = (raw: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(Buffer.from(raw)).digest('hex')}`;
const names = (calls: readonly Call[]): string[] => calls.map(({ json }) => json.event);

describe('a webhook', () => {
  it('is signed over its raw bytes with the client secret', async () => {
    const { company, hook } = await shop();
    company.createOrder({ totalCents: 23000 });
    const [call] = await hook.received(1);
    expect(call?.headers['x-bling-signature-256']).toBe(signed(call?.raw ?? '', client.clientSecret));
    expect(call?.raw).toBe(JSON.stringify(call?.json));
  });

  const signatures = path.join(samples, 'webhook-signatures.json');
  (existsSync(signatures) ? it : it.skip)('is signed like the known samples', () => {
    const known = JSON.parse(readFileSync(signatures, 'utf8')) as {
      client_secret: string;
      signatures: Record<string, Record<'X-Bling-Signature-256', string>>;
    };
    for (const [file, { 'X-Bling-Signature-256': signature }] of Object.entries(known.signatures)) {
      const body = readFileSync(path.join(samples, file));
      expect(signatureOf(body, known.client_secret)).toBe(signature);
    }
  });

  it('has Bling’s envelope: a version 7 UUID whose time is the date, UTC without milliseconds', async () => {
    const at = Date.UTC(2026, 10, 20, 14, 2, 11, 158);
    const { company, hook } = await shop({ clock: () => at });
    const order = company.createOrder({ totalCents: 23000, storeNumber: 'LOJA-10042' });
    const { eventId, ...envelope } = (await hook.received(1))[0]?.json ?? { eventId: '' };
    expect(eventId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(eventId.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
    expect(envelope).toEqual({
      date: '2026-11-20T14:02:11Z',
      version: 'v1',
      event: 'order.created',
      companyId: company.id,
      data: {
        id: order.id,
        data: '2026-11-20',
        numero: order.number,
        numeroLoja: 'LOJA-10042',
        total: 230,
        contato: { id: order.contactId },
        vendedor: { id: order.sellerId },
        loja: { id: 0 },
        situacao: { id: 6, valor: 0 },
      },
    });
  });

  it('leaves the situation out on request, and a deletion carries only the id', async () => {
    const { company, hook } = await shop({ webhookDelivery: { withSituation: false } });
    const { id } = company.createOrder({ totalCents: 5000 });
    company.deleteOrder(id, { cancelFirst: false });
    const [created, deleted] = (await hook.received(2)).map(({ json }) => json);
    expect(created?.data).not.toHaveProperty('situacao');
    expect([deleted?.event, deleted?.data]).toEqual(['order.deleted', { id }]);
  });

  it('is only sent once the company’s tokens were obtained, and no longer after they were revoked', async () => {
    const hook = await endpoint();
    const simulator = await simulate({ webhookUrl: hook.url });
    const company = simulator.company();
    company.createOrder({ totalCents: 1000 });
    await connect(simulator);
    const { id } = company.createOrder({ totalCents: 2000 });
    await simulator.webhooksIdle();
    company.revokeAccess();
    company.completeOrder(id);
    await simulator.webhooksIdle();
    expect(hook.calls.map(({ json }) => json.data.id)).toEqual([id]);
  });
});

describe('delivery', () => {
  it('tells of creation, every change, and a cancellation before a deletion', async () => {
    const { company, hook, simulator } = await shop();
    const { id } = company.createOrder({ totalCents: 5000 });
    await simulator.webhooksIdle();
    company.completeOrder(id);
    await simulator.webhooksIdle();
    company.deleteOrder(id);
    expect(names(await hook.received(4)).sort()).toEqual(
      ['order.created', 'order.deleted', 'order.updated', 'order.updated'].sort(),
    );
  });

  it('tries again with growing pauses until the answer is 2xx, and logs every attempt', async () => {
    const { company, hook, simulator } = await shop({ webhookDelivery: { firstPauseMs: 5, growth: 2 } });
    hook.answer = (index) => [503, 302, 204][index] ?? 200;
    company.createOrder({ totalCents: 5000 });
    await hook.received(3);
    await simulator.webhooksIdle();
    const [delivery] = simulator.deliveries();
    expect(delivery?.state).toBe('delivered');
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([503, 302, 204]);
    expect(new Set(hook.calls.map(({ raw }) => raw)).size).toBe(1);
  });

  it('takes no answer within the limit for a failure, and gives up in the end', async () => {
    const habits = { timeoutMs: 20, firstPauseMs: 5, growth: 1, giveUpAfterMs: 40 };
    const { company, hook, simulator } = await shop({ webhookDelivery: habits });
    hook.answer = () => 0;
    company.createOrder({ totalCents: 5000 });
    const attempts = await until('the delivery to be given up', () => {
      const [delivery] = simulator.deliveries();
      return Promise.resolve(delivery?.state === 'given-up' && delivery.attempts);
    });
    expect(attempts[0]?.failure).toBe('no answer in time');
  });

  it('can duplicate every event', async () => {
    const { company, hook } = await shop({ webhookDelivery: { copies: 3 } });
    company.createOrder({ totalCents: 5000 });
    const calls = await hook.received(3);
    expect(new Set(calls.map(({ json }) => json.eventId)).size).toBe(1);
  });

  it('can let events overtake each other', async () => {
    const { company, hook } = await shop({ webhookDelivery: { shuffleMs: 200 } });
    const numbers = Array.from({ length: 10 }, () => company.createOrder({ totalCents: 5000 }).number);
    const arrived = (await hook.received(10)).map(({ json }) => json.data.numero as number);
    expect(arrived).not.toEqual(numbers);
    expect([...arrived].sort()).toEqual(numbers);
  });

  it('can hold events back and hand them over in any order', async () => {
    const { company, hook, simulator } = await shop();
    company.setWebhookMode('held');
    const { id } = company.createOrder({ totalCents: 5000 });
    company.completeOrder(id);
    company.cancelOrder(id);
    await simulator.webhooksIdle();
    expect(hook.calls).toHaveLength(0);
    await company.deliver(company.takeHeldEvents().reverse());
    const situations = hook.calls.map(({ json }) => (json.data.situacao as { id: number }).id);
    expect(situations).toEqual([situationIds.cancelled, situationIds.completed, situationIds.open]);
  });

  it('can lose events', async () => {
    const { company, hook, simulator } = await shop();
    company.setWebhookMode('dropped');
    const { id } = company.createOrder({ totalCents: 5000 });
    await simulator.webhooksIdle();
    expect(hook.calls).toHaveLength(0);
    expect(company.events(id)).toHaveLength(1);
  });

  it('can send an order’s last event again fifty times, or all its events backwards', async () => {
    const { company, hook, simulator } = await shop();
    const { id } = company.createOrder({ totalCents: 5000 });
    company.completeOrder(id);
    await simulator.webhooksIdle();
    const again = await company.sendAgain(id, { times: 50 });
    expect(again.every(({ state }) => state === 'delivered')).toBe(true);
    expect(hook.calls).toHaveLength(52);
    expect(new Set(hook.calls.slice(2).map(({ json }) => json.eventId)).size).toBe(1);
    await company.sendAgain(id, { reversed: true });
    expect(names(hook.calls.slice(52))).toEqual(['order.updated', 'order.created']);
  });

  it('signs with the new secret as soon as it is changed', async () => {
    const { company, hook, simulator } = await shop();
    simulator.configure({ clientSecret: 'rotated' });
    company.createOrder({ totalCents: 5000 });
    const [call] = await hook.received(1);
    expect(call?.headers['x-bling-signature-256']).toBe(signed(call?.raw ?? '', 'rotated'));
  });
});

describe('sales that flow by themselves', () => {
  it('start with one at once, then come in time, open first and completed a moment later', async () => {
    const { company, hook, simulator } = await shop();
    const before = company.orders().length;
    simulator.configure({ autoSales: { everyMs: 100 } });
    expect(company.orders()).toHaveLength(before + 1);
    await hook.received(6);
    const first = company.orders()[before];
    simulator.configure({ autoSales: null });
    expect(simulator.settings().autoSalesEveryMs).toBeUndefined();
    expect(first?.situationId).toBe(situationIds.completed);
    expect(first?.totalCents).toBeGreaterThanOrEqual(2000);
    expect(first?.totalCents).toBeLessThanOrEqual(200_000);
  });

  it('greet a shop that has just been connected', async () => {
    const hook = await endpoint();
    const simulator = await simulate({ webhookUrl: hook.url, autoSales: { everyMs: 600_000 } });
    expect(simulator.company().orders()).toHaveLength(1);
    await connect(simulator);
    const [call] = await hook.received(1);
    expect(call?.json).toMatchObject({ event: 'order.created', companyId: simulator.company().id });
  });
});

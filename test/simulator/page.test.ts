import { afterEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { closeAll, connect, endpoint, simulate } from './harness';

afterEach(closeAll);

interface OrderView {
  id: number;
  totalCents: number;
  situationId: number;
  contactName: string;
}

describe('the page', () => {
  it('is served in Portuguese with its scripts and styles, all from here', async () => {
    const { url } = await simulate();
    const page = await request(url).get('/').expect(200);
    expect(page.text).toContain('<html lang="pt-BR">');
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file as string);
    for (const file of files.filter((one) => !one.startsWith('data:'))) {
      expect(file).not.toContain('//');
      await request(url).get(`/${file}`).expect(200);
    }
  });
});

describe('the control API', () => {
  it('makes, changes, cancels and deletes a sale', async () => {
    const { url } = await simulate();
    const orders = '/simulator/companies/0/orders';
    const made = (await request(url).post(orders).send({ totalCents: 9990 }).expect(201)).body as OrderView;
    expect(made).toMatchObject({ totalCents: 9990, situationId: 6 });
    expect(made.contactName).not.toBe('');
    const edited = await request(url)
      .patch(`${orders}/${made.id}`)
      .send({ totalCents: 5000, situationId: 9 })
      .expect(200);
    expect(edited.body).toMatchObject({ totalCents: 5000, situationId: 9 });
    await request(url).delete(`${orders}/${made.id}`).expect(204);
    await request(url).patch(`${orders}/${made.id}`).send({ situationId: 9 }).expect(404);
    expect((await request(url).get(orders)).body).toEqual({ orders: [] });
  });

  it('sends a sale’s webhook again and shows the deliveries', async () => {
    const hook = await endpoint();
    const simulator = await simulate({ webhookUrl: hook.url });
    await connect(simulator);
    const { id } = simulator.company().createOrder();
    await simulator.webhooksIdle();
    const path = `/simulator/companies/0/orders/${id}/webhooks`;
    await request(simulator.url).post(path).send({ times: 3 }).expect(200);
    expect(hook.calls).toHaveLength(4);
    const shown = await request(simulator.url).get('/simulator/deliveries');
    expect((shown.body as { deliveries: { state: string }[] }).deliveries.map(({ state }) => state)).toEqual(
      Array(4).fill('delivered'),
    );
  });

  it('holds events back and hands them over out of order when they may flow again', async () => {
    const hook = await endpoint();
    const simulator = await simulate({ webhookUrl: hook.url });
    await connect(simulator);
    const mode = (value: string): request.Test =>
      request(simulator.url).put('/simulator/companies/0/webhook-mode').send({ mode: value }).expect(200);
    await mode('held');
    const { id } = simulator.company().createOrder();
    simulator.company().completeOrder(id);
    await mode('live');
    expect(hook.calls.map(({ json }) => json.event)).toEqual(['order.updated', 'order.created']);
  });

  it('adds and edits contacts', async () => {
    const { url } = await simulate();
    const contacts = '/simulator/companies/0/contacts';
    const made = await request(url).post(contacts).send({ name: 'Ana', mobile: '54 9999-8888' }).expect(201);
    const { id } = made.body as { id: number };
    const edited = await request(url)
      .patch(`${contacts}/${id}`)
      .send({ email: 'ana@example.com' })
      .expect(200);
    expect(edited.body).toMatchObject({ name: 'Ana', mobile: '54 9999-8888', email: 'ana@example.com' });
  });

  it('arms faults of all three worlds and takes them back', async () => {
    const simulator = await simulate();
    const faults = [
      { target: 'bling', kind: 'server-error', company: 0, times: 3 },
      { target: 'whatsapp', kind: 'error', code: 131049 },
      { target: 'mail', kind: 'temporary' },
    ];
    for (const fault of faults)
      await request(simulator.url).post('/simulator/faults').send(fault).expect(201);
    const shown = await request(simulator.url).get('/simulator/overview').expect(200);
    expect((shown.body as { faults: object }).faults).toMatchObject({
      bling: [{ kind: 'server-error', times: 3 }],
      whatsapp: [{ kind: 'error', code: 131049 }],
      mail: [{ kind: 'temporary' }],
    });
    await request(simulator.url).delete('/simulator/faults').expect(204);
    expect(simulator.blingFaults.list()).toEqual([]);
  });

  it('changes settings, shows them without secrets and refuses what it does not know', async () => {
    const { url } = await simulate();
    const change = { webhookUrl: 'http://127.0.0.1:9/hook', webhookDelivery: { copies: 2 } };
    const changed = await request(url).patch('/simulator/settings').send(change).expect(200);
    expect(changed.body).toMatchObject({
      webhookUrl: change.webhookUrl,
      webhookDelivery: { copies: 2, shuffleMs: 0 },
    });
    expect(JSON.stringify((await request(url).get('/simulator/overview')).body)).not.toContain('secret');
    await request(url).patch('/simulator/settings').send({ unknown: 1 }).expect(400);
  });

  it('streams what changed', async () => {
    const simulator = await simulate();
    const stream = await fetch(`${simulator.url}/simulator/events`);
    simulator.company().createOrder();
    const chunks: string[] = [];
    const decoder = new TextDecoder();
    for await (const chunk of stream.body ?? []) {
      chunks.push(decoder.decode(chunk as Uint8Array));
      if (chunks.join('').includes('data:')) break;
    }
    expect(chunks.join('')).toContain('data: ["orders"]');
  });
});

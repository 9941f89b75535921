import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { startSimulator, StateFileError } from '../../simulator';
import type { Simulator } from '../../simulator';
import { ask, callback, client, closeAll, connect, endpoint, postForm, simulate } from './harness';
import type { Tokens } from './harness';

let folder: string;
let stateFile: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'simulator-'));
  stateFile = path.join(folder, 'deeper', 'state.json');
});
afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true });
});

/** A simulator that stops and starts again on the same file. */
async function restarted(simulator: Simulator, options: object = {}): Promise<Simulator> {
  await simulator.close();
  return simulate({ stateFile, ...options });
}

describe('a simulator with a state file', () => {
  it('goes on with the same companies, contacts, orders and tokens', async () => {
    const before = await simulate({ stateFile, companies: 2, history: 3 });
    const tokens = await connect(before, 1);
    const order = before.company(1).createOrder({ totalCents: 5000 });
    before.company(1).editContact(order.contactId, { mobile: '(54) 99999-8888' });
    const known = before.companies.map((one) => ({
      id: one.id,
      contacts: one.contacts(),
      orders: one.orders(),
    }));

    const after = await restarted(before, { companies: 3, seed: 'another' });
    expect(after.companies).toHaveLength(3);
    const now = after.companies.map((one) => ({
      id: one.id,
      contacts: one.contacts(),
      orders: one.orders(),
    }));
    expect(now.slice(0, 2)).toEqual(known);
    expect((await ask(after, tokens.access_token, `/pedidos/vendas/${order.id}`)).status).toBe(200);
    const form = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
    expect((await postForm<Tokens>(after.tokenUrl, form)).status).toBe(200);
    expect(after.company(1).createOrder().id).toBeGreaterThan(order.id);
  });

  it('has a rotated token on disk before its owner hears of it', async () => {
    const before = await simulate({ stateFile });
    const tokens = await connect(before);
    // A second simulator on the same file stands for a restart after a crash: nothing was closed.
    const after = await simulate({ stateFile });
    expect((await ask(after, tokens.access_token, '/contatos')).status).toBe(200);
  });

  it('goes on delivering webhooks that were not accepted, and keeps what phones and mailboxes hold', async () => {
    const hook = await endpoint();
    hook.answer = () => 503;
    const before = await simulate({
      stateFile,
      webhookUrl: hook.url,
      webhookDelivery: { firstPauseMs: 60_000 },
    });
    await connect(before);
    const order = before.company().createOrder({ totalCents: 5000 });
    await before.webhooksIdle();
    const transport = createTransport(before.smtpUrl);
    await transport.sendMail({ from: 'loja@example.com', to: 'ana@example.com', subject: 'Oi', text: 'Oi' });
    transport.close();

    hook.answer = () => 200;
    const hourLater = Date.now() + 3_600_000;
    const after = await restarted(before, { webhookUrl: hook.url, clock: () => hourLater });
    const calls = await hook.received(2);
    expect(calls.map(({ json }) => json.data.id)).toEqual([order.id, order.id]);
    expect(calls[1]?.raw).toBe(calls[0]?.raw);
    expect(after.mail.messages('ana@example.com')).toHaveLength(1);
  });

  it('does not start on a file it cannot read, and says what to do', async () => {
    const broken = path.join(folder, 'state.json');
    writeFileSync(broken, '{"version":');
    const start = startSimulator({ ...client, redirectUrl: callback, stateFile: broken });
    await expect(start).rejects.toThrow(StateFileError);
    await expect(start).rejects.toThrow('Delete the file');
  });
});

import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Simulator, WhatsAppSettings } from '../../simulator';
import { closeAll, endpoint, simulate } from './harness';
import type { Endpoint, ErrorBody } from './harness';

afterEach(closeAll);

const settings = { token: 'meta-token', phoneNumberId: '15551234567', appSecret: 'meta-secret' };
const quick = { sent: 5, delivered: 15, read: 30 };

interface MetaAnswer {
  status: number;
  body: {
    contacts: { input: string; wa_id: string }[];
    messages: { id: string }[];
    error: ErrorBody['error'] & { code: number; error_data: { details: string } };
  };
}

const text = (value: string): { type: string; text: string } => ({ type: 'text', text: value });
const earned = ['Ana', 'Clube da Loja', 'R$ 12,50', '28/11/2026', '26/02/2027'].map(text);

/** The body of a template message, earned cashback unless said otherwise. */
function message(
  to: string,
  name = 'retorno_beneficio_ganho',
  parameters: object[] = earned,
): Record<string, unknown> {
  const components = [{ type: 'body', parameters }];
  return {
    messaging_product: 'whatsapp',
    to,
    type: 'template',
    template: { name, language: { code: 'pt_BR' }, components },
  };
}

async function send(simulator: Simulator, body: object, token = settings.token): Promise<MetaAnswer> {
  const answer = await fetch(`${simulator.whatsappUrl}/${settings.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as MetaAnswer['body'] };
}

/** What a status webhook tells of one number. */
interface Told {
  contacts: { profile: object; wa_id: string; user_id: string }[];
  statuses: Record<string, unknown>[];
}

const valuesIn = ({ calls }: Endpoint): Told[] =>
  calls.flatMap(({ raw }) => {
    const { entry } = JSON.parse(raw) as { entry: { changes: { value: Told }[] }[] };
    return entry.flatMap(({ changes }) => changes.map(({ value }) => value));
  });

const statusesIn = (hook: Endpoint): Record<string, unknown>[] =>
  valuesIn(hook).flatMap(({ statuses }) => statuses);

const phones = (whatsapp: WhatsAppSettings = {}): Promise<Simulator> =>
  simulate({ whatsapp: { ...settings, statusAfterMs: quick, ...whatsapp } });

describe('a message', () => {
  it('is accepted with a wamid and the WhatsApp id of the number, and reads well', async () => {
    const simulator = await phones();
    const { status, body } = await send(simulator, message('+55 (11) 98765-4321'));
    expect(status).toBe(200);
    expect(body.contacts).toEqual([{ input: '+55 (11) 98765-4321', wa_id: '5511987654321' }]);
    expect(body.messages[0]?.id).toMatch(/^wamid\./);
    const [received] = simulator.whatsapp.messages('11 98765-4321');
    expect(received?.text).toContain('Oi, Ana!');
    expect(received?.text).toContain('R$ 12,50');
    expect(received?.text).toContain('Disponível a partir de: 28/11/2026');
    expect(received?.text).not.toMatch(/\{\{/);
  });

  it('goes to an id without the ninth digit outside the big area codes, and the phone is the same', async () => {
    const simulator = await phones();
    const { body } = await send(simulator, message('5554999998888'));
    expect(body.contacts[0]?.wa_id).toBe('555499998888');
    expect(simulator.whatsapp.messages('(54) 99999-8888')).toHaveLength(1);
  });

  const templates: [string, string[]][] = [
    ['retorno_beneficio_expirando', ['Ana', 'Clube', 'R$ 10,00', '30/11/2026']],
    ['retorno_beneficio_expirado', ['Ana', 'Clube', 'R$ 10,00', '30/11/2026']],
    [
      'retorno_beneficio_estornado',
      [
        'Ana',
        'Clube',
        'o cancelamento da compra nº 10231',
        'saíram R$ 5,00; voltaram R$ 10,00',
        'R$ 10,00 para usar',
      ],
    ],
    ['retorno_recompra', ['Ana', 'Clube', 'R$ 10,00']],
  ];
  it.each(templates)('can use the template %s', async (name, parameters) => {
    const simulator = await phones();
    expect((await send(simulator, message('5511987654321', name, parameters.map(text)))).status).toBe(200);
    for (const parameter of parameters) expect(simulator.whatsapp.messages()[0]?.text).toContain(parameter);
  });
});

describe('Meta’s checks', () => {
  const refusals: [string, object, number, number][] = [
    ['a template that does not exist', message('5511987654321', 'unknown'), 404, 132001],
    ['too few parameters', message('5511987654321', 'retorno_recompra', [text('Ana')]), 400, 132000],
    [
      'a parameter that is no text',
      message('5511987654321', 'retorno_recompra', [{ type: 'image' }, text('b'), text('c')]),
      400,
      132012,
    ],
    [
      'a parameter with a line break',
      message('5511987654321', 'retorno_recompra', [text('a\nb'), text('b'), text('c')]),
      400,
      100,
    ],
    ['a recipient that is no number', message('ana@example.com'), 400, 131009],
    ['no recipient', { ...message('5511987654321'), to: undefined }, 400, 100],
    ['a free text', { messaging_product: 'whatsapp', to: '5511987654321', type: 'text' }, 400, 100],
    [
      'a text to a phone that has not written',
      { messaging_product: 'whatsapp', to: '5511987654321', type: 'text', text: { body: 'Oi' } },
      400,
      131047,
    ],
    ['a picture', { messaging_product: 'whatsapp', to: '5511987654321', type: 'image' }, 400, 131051],
    [
      'callback data over 512 characters',
      { ...message('5511987654321'), biz_opaque_callback_data: 'x'.repeat(513) },
      400,
      100,
    ],
  ];
  it.each(refusals)('refuse %s', async (_, body, status, code) => {
    const simulator = await phones();
    const answer = await send(simulator, body);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.error_data.details).not.toBe('');
    expect(simulator.whatsapp.messages()).toHaveLength(0);
  });

  it('refuse a wrong token with 190', async () => {
    const simulator = await phones();
    const answer = await send(simulator, message('5511987654321'), 'another');
    expect([answer.status, answer.body.error.code]).toEqual([401, 190]);
  });
});

describe('status webhooks', () => {
  it('follow as sent, delivered and read, signed, with the callback data echoed', async () => {
    const hook = await endpoint();
    const simulator = await phones({ webhookUrl: hook.url });
    const { body } = await send(simulator, {
      ...message('5511987654321'),
      biz_opaque_callback_data: 'msg_1',
    });
    const calls = await hook.received(3);
    for (const { raw, headers } of calls) {
      const signature = createHmac('sha256', settings.appSecret).update(raw).digest('hex');
      expect(headers['x-hub-signature-256']).toBe(`sha256=${signature}`);
    }
    const statuses = statusesIn(hook);
    // One may overtake another on its way, as Meta's may.
    expect(statuses.map(({ status }) => status).sort()).toEqual(['delivered', 'read', 'sent']);
    for (const status of statuses) {
      expect(status).toMatchObject({ id: body.messages[0]?.id, biz_opaque_callback_data: 'msg_1' });
    }
    expect(simulator.whatsapp.messages()[0]?.status).toBe('read');
  });

  it('come with the contact that they are about', async () => {
    const hook = await endpoint();
    const simulator = await phones({ webhookUrl: hook.url });
    // Outside the big area codes the id is without the ninth digit of the number that was written to.
    await send(simulator, message('5554999998888'));
    await hook.received(3);
    const values = valuesIn(hook);
    expect(values.flatMap(({ statuses }) => statuses.map(({ status }) => status))).toEqual([
      'sent',
      'delivered',
      'read',
    ]);
    for (const { contacts, statuses } of values) {
      const user_id = expect.stringMatching(/^BR\.\d+$/);
      expect(contacts).toEqual([{ profile: { name: expect.any(String) }, wa_id: '555499998888', user_id }]);
      const { wa_id: recipient_id, user_id: recipient_user_id } = contacts[0]!;
      expect(statuses).toMatchObject([{ recipient_id, recipient_user_id }]);
    }
  });

  it('say that a landline cannot be reached', async () => {
    const hook = await endpoint();
    const simulator = await phones({ webhookUrl: hook.url });
    await send(simulator, message('551130031234'));
    await hook.received(2);
    expect(statusesIn(hook).at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] });
  });
});

describe('a fault of WhatsApp', () => {
  it('refuses with a code, for one number only', async () => {
    const simulator = await phones();
    simulator.whatsapp.faults.inject({ kind: 'error', code: 131056, phone: '11 98765-4321' });
    expect((await send(simulator, message('5521987654321'))).status).toBe(200);
    expect((await send(simulator, message('5511987654321'))).body.error.code).toBe(131056);
    expect((await send(simulator, message('5511987654321'))).status).toBe(200);
  });

  it('strikes one template only, and until told otherwise', async () => {
    const simulator = await phones();
    const told = (path: string, body: object): Promise<Response> =>
      fetch(`${simulator.url}/simulator/whatsapp/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const template = 'retorno_beneficio_ganho';
    const code = async (): Promise<number | undefined> =>
      (await send(simulator, message('5511987654321'))).body.error?.code;
    simulator.whatsapp.faults.inject({ kind: 'error', code: 132001, template: 'retorno_saldo' });
    expect(await code()).toBeUndefined();
    await told('refusals', { code: 132015, template });
    expect([await code(), await code()]).toEqual([132015, 132015]);
    await told('refusals', { code: 131048 });
    expect(await code()).toBe(131048);
    await told('refusals', { code: null });
    await told('refusals', { code: null, template });
    expect(await code()).toBeUndefined();
  });

  it('says that who has left WhatsApp cannot be reached, until they are back', async () => {
    const hook = await endpoint();
    const simulator = await phones({ webhookUrl: hook.url });
    simulator.whatsapp.leave('11 98765-4321', true);
    await send(simulator, message('5511987654321'));
    await hook.received(2);
    expect(statusesIn(hook).at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] });
    simulator.whatsapp.leave('11 98765-4321', false);
    await send(simulator, message('5511987654321'));
    await hook.received(5);
    expect(statusesIn(hook).at(-1)).toMatchObject({ status: 'read' });
  });

  it('says that a phone known by one form of its number cannot be reached by the other', async () => {
    const hook = await endpoint();
    const simulator = await phones({ webhookUrl: hook.url });
    simulator.whatsapp.knowBy('11 98765-4321', false);
    await send(simulator, message('5511987654321'));
    await hook.received(2);
    expect(statusesIn(hook).at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] });
    await send(simulator, message('551187654321'));
    await hook.received(5);
    expect(statusesIn(hook).at(-1)).toMatchObject({ status: 'read', recipient_id: '551187654321' });
    simulator.whatsapp.knowBy('11 98765-4321', null);
    await send(simulator, message('5511987654321'));
    await hook.received(8);
    expect(statusesIn(hook).at(-1)).toMatchObject({ status: 'read' });
  });

  it('hides the number of who shows none, and says who they are to the business', async () => {
    const hook = await endpoint();
    const simulator = await phones({ webhookUrl: hook.url });
    await send(simulator, message('5511987654321'));
    await hook.received(3);
    const { user_id } = valuesIn(hook)[0]!.contacts[0]!;
    simulator.whatsapp.hide('11 98765-4321', true);
    simulator.whatsapp.reply('11 98765-4321', 'SAIR');
    const { raw } = (await hook.received(4)).at(-1)!;
    expect(raw).toContain(`"from_user_id":"${user_id}"`);
    expect(raw).not.toContain('987654321');
  });

  it('fails a message after accepting it', async () => {
    const hook = await endpoint();
    const simulator = await phones({ webhookUrl: hook.url });
    simulator.whatsapp.faults.inject({ kind: 'failed-later', code: 131049 });
    expect((await send(simulator, message('5511987654321'))).status).toBe(200);
    await hook.received(2);
    expect(statusesIn(hook).at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 131049 }] });
  });

  it('accepts without answering, or neither accepts nor answers', async () => {
    const simulator = await phones();
    simulator.whatsapp.faults.inject({ kind: 'hang-after-accept', ms: 10 });
    await expect(send(simulator, message('5511987654321'))).rejects.toThrow('fetch failed');
    expect(simulator.whatsapp.messages()).toHaveLength(1);
    simulator.whatsapp.faults.inject({ kind: 'timeout', ms: 10 });
    await expect(send(simulator, message('5511987654321'))).rejects.toThrow('fetch failed');
    expect(simulator.whatsapp.messages()).toHaveLength(1);
  });

  it('answers with a gateway’s page', async () => {
    const simulator = await phones();
    simulator.whatsapp.faults.inject({ kind: 'server-error' });
    await expect(send(simulator, message('5511987654321'))).rejects.toThrow(/JSON/);
  });
});

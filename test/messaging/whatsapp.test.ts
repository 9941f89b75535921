import { afterEach, describe, expect, it } from '@jest/globals';
import { SendError, createWhatsApp, holdMs, whatsAppVerdict } from '../../src/messaging';
import type { AcceptedMessage } from '../../src/messaging';
import { startLocalServer, unusedUrl } from '../bling/local-server';
import type { LocalServer, Reply } from '../bling/local-server';

const MESSAGE = {
  to: '5511987654321',
  template: 'retorno_beneficio_ganho',
  parameters: ['Ana', 'R$ 12,50'],
  reference: 'message-1',
};
const ACCEPTED = {
  messaging_product: 'whatsapp',
  contacts: [{ input: '5511987654321', wa_id: '551187654321' }],
  messages: [{ id: 'wamid.HBgM' }],
};
let server: LocalServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function send(reply: Reply): Promise<AcceptedMessage> {
  server = await startLocalServer(() => reply);
  return sendTo(`${server.url}/v23.0/`, reply === 'silence' ? 500 : undefined);
}

async function componentsSent(pageButton: boolean): Promise<unknown> {
  server = await startLocalServer(() => ({ json: ACCEPTED }));
  const number = { apiUrl: `${server.url}/v23.0`, phoneNumberId: '1098', token: 't', pageButton };
  await createWhatsApp(number).sendTemplate({ ...MESSAGE, button: 'the-end_of-1' });
  const sent = JSON.parse(server.received[0]!.body) as { template: { components: unknown[] } };
  return sent.template.components.slice(1);
}

function sendTo(apiUrl: string, timeoutMs?: number): Promise<AcceptedMessage> {
  return createWhatsApp({
    apiUrl,
    phoneNumberId: '1098',
    token: 'system-token',
    timeoutMs,
  }).sendTemplate(MESSAGE);
}

async function failed(sending: Promise<unknown>): Promise<SendError> {
  const error: unknown = await sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SendError)) throw new Error('expected a SendError');
  return error;
}

const refusal = (code: number, status = 400): Reply => ({
  status,
  json: {
    error: {
      message: `(#${code}) to 5511987654321`,
      type: 'OAuthException',
      code,
      error_data: { details: 'x' },
    },
  },
});

describe('sending a template', () => {
  it('tells how the address behind its button ends, where templates have one', async () => {
    expect(await componentsSent(true)).toEqual([
      {
        ...{ type: 'button', sub_type: 'url', index: '0' },
        parameters: [{ type: 'text', text: 'the-end_of-1' }],
      },
    ]);
    await server?.close();
    expect(await componentsSent(false)).toEqual([]);
  });

  it('posts exactly what the Cloud API asks for, with our reference', async () => {
    await send({ json: ACCEPTED });
    expect(server?.received).toHaveLength(1);
    expect(server?.received[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer system-token', 'content-type': 'application/json' },
    });
    expect(server?.received[0]?.url.pathname).toBe('/v23.0/1098/messages');
    expect(JSON.parse(server?.received[0]?.body ?? '')).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '5511987654321',
      type: 'template',
      template: {
        name: 'retorno_beneficio_ganho',
        language: { policy: 'deterministic', code: 'pt_BR' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Ana' },
              { type: 'text', text: 'R$ 12,50' },
            ],
          },
        ],
      },
      biz_opaque_callback_data: 'message-1',
    });
  });

  it("brings Meta's id and the number as WhatsApp knows it", async () => {
    await expect(send({ json: ACCEPTED })).resolves.toEqual({
      providerId: 'wamid.HBgM',
      waId: '551187654321',
    });
  });

  it('is content with an id alone', async () => {
    await expect(send({ json: { messages: [{ id: 'wamid.1' }] } })).resolves.toEqual({
      providerId: 'wamid.1',
      waId: null,
    });
  });
});

describe('a message that may have gone out', () => {
  it.each<[string, Reply, string]>([
    ['the answer never comes', 'silence', 'timeout'],
    ['the connection is reset after the request', 'reset', 'ECONNRESET'],
    ['the answer is cut off', { cutAfter: '{"messages":[{"id":"wam' }, 'UND_ERR_SOCKET'],
    ['the answer is a page', { text: '<html>' }, 'http_200'],
    ['the answer names no message', { json: { messages: [] } }, 'http_200'],
    ['the answer has another shape', { json: null }, 'http_200'],
    ['a gateway stopped waiting', { status: 504, text: '<html>' }, 'http_504'],
  ])('is unknown when %s', async (_when, reply, code) => {
    await expect(failed(send(reply))).resolves.toMatchObject({
      outcome: 'unknown',
      reason: 'no_answer',
      code,
    });
    expect(server?.received).toHaveLength(1);
  });
});

describe('a message that certainly did not go out', () => {
  it('may be sent later when nobody listened', async () => {
    await expect(failed(sendTo(await unusedUrl()))).resolves.toMatchObject({
      outcome: 'retry',
      reason: 'no_connection',
      code: 'ECONNREFUSED',
    });
  });

  it.each<[number, Reply]>([
    [500, { status: 500, text: '<html>' }],
    [503, { status: 503, json: {} }],
    [429, { status: 429, text: '' }],
  ])('may be sent later when the answer is %i', async (status, reply) => {
    await expect(failed(send(reply))).resolves.toMatchObject({
      outcome: 'retry',
      code: `http_${status}`,
      reason: 'busy',
    });
  });

  it('is refused when the answer is a 4xx without a code', async () => {
    await expect(failed(send({ status: 400, text: 'bad' }))).resolves.toMatchObject({
      outcome: 'refused',
      scope: 'message',
      code: 'http_400',
    });
  });

  it("follows Meta's code and not the status", async () => {
    await expect(failed(send(refusal(130429)))).resolves.toMatchObject({ outcome: 'retry', code: '130429' });
    await server?.close();
    await expect(failed(send(refusal(131026, 500)))).resolves.toMatchObject({
      outcome: 'refused',
      scope: 'recipient',
    });
  });

  it('follows the status for a code not known here', async () => {
    await expect(failed(send(refusal(999_999)))).resolves.toMatchObject({
      outcome: 'refused',
      code: '999999',
    });
    await server?.close();
    await expect(failed(send(refusal(999_999, 503)))).resolves.toMatchObject({ outcome: 'retry' });
  });

  it('is reported without the number, the text or the token', async () => {
    const error = await failed(send(refusal(131026)));
    expect(error.message).toBe(
      'WhatsApp: not sent (131026): the recipient cannot be reached there; use another channel.',
    );
    expect(JSON.stringify(error)).not.toMatch(/5511|Ana|token/);
  });
});

describe("Meta's codes", () => {
  it.each([2, 131000, 131016, 131057, 133004])('%i: repeat with back-off', (code) => {
    expect(whatsAppVerdict(code)).toEqual({ outcome: 'retry', scope: 'message', reason: 'busy' });
  });

  it('1: repeat twice', () => {
    expect(whatsAppVerdict(1)).toEqual({
      ...{ outcome: 'retry', scope: 'message', reason: 'busy', mostTries: 3 },
    });
  });

  it.each([4, 80007, 130429])('%i: the sender slows down for a moment', (code) => {
    const { holds, ...verdict } = whatsAppVerdict(code)!;
    expect(verdict).toEqual({ outcome: 'retry', scope: 'sender', reason: 'busy' });
    expect([0, 1, 2, 9].map((before) => holdMs(holds!, before))).toEqual([2_000, 4_000, 8_000, 300_000]);
    expect(holds!.alert).toBe(false);
  });

  it('131056: slow down for this recipient', () => {
    expect(whatsAppVerdict(131056)).toMatchObject({
      outcome: 'retry',
      scope: 'recipient',
      holds: { what: 'recipient', alert: false },
    });
    const { holds } = whatsAppVerdict(131056)!;
    expect([0, 1, 2, 9].map((before) => holdMs(holds!, before))).toEqual([4_000, 16_000, 64_000, 3_600_000]);
  });

  it('131049: no more marketing for this recipient within a day', () => {
    expect(whatsAppVerdict(131049)).toMatchObject({
      outcome: 'retry',
      reason: 'marketing_limit',
      retryAfterMs: 86_400_000,
      mostTries: 2,
    });
  });

  it('130472: use another channel', () => {
    expect(whatsAppVerdict(130472)).toEqual({
      ...{ outcome: 'refused', scope: 'recipient', reason: 'experiment' },
    });
  });

  it('131026: use another channel, and remember the number', () => {
    expect(whatsAppVerdict(131026)).toEqual({
      ...{ outcome: 'refused', scope: 'recipient', reason: 'unreachable', strikes: true },
    });
  });

  it('131050: the recipient has opted out', () => {
    expect(whatsAppVerdict(131050)).toEqual({ outcome: 'refused', scope: 'recipient', reason: 'opted_out' });
  });

  it.each([0, 3, 10, 190, 200, 250, 299, 368, 131005, 131031, 131042, 131045, 131048, 133010])(
    '%i: the sender needs attention',
    (code) => {
      expect(whatsAppVerdict(code)).toMatchObject({
        outcome: 'retry',
        scope: 'sender',
        reason: 'sender_blocked',
        holds: { what: 'sender', alert: true },
      });
    },
  );

  it.each([132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068])(
    '%i: the template needs attention',
    (code) => {
      expect(whatsAppVerdict(code)).toMatchObject({
        outcome: 'retry',
        scope: 'template',
        reason: 'template_blocked',
        holds: { what: 'template', alert: true },
      });
    },
  );

  it.each([33, 100, 131008, 131009, 131021, 131047, 131051, 135000])('%i: the message is wrong', (code) => {
    expect(whatsAppVerdict(code)).toEqual({
      outcome: 'refused',
      scope: 'message',
      reason: 'invalid_message',
    });
  });

  it.each([199, 300, -1, 131027])('%i: not known', (code) => {
    expect(whatsAppVerdict(code)).toBeNull();
  });
});

import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  MalformedStatusError,
  answerHandshake,
  parseWhatsAppStatuses,
  verifyWhatsAppSignature,
} from '../../src/messaging';

const SECRET = 'app-secret';
const bytes = (body: unknown): Buffer => Buffer.from(JSON.stringify(body));
const sign = (body: Buffer, secret = SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const status = (changes: Record<string, unknown> = {}): object => ({
  id: 'wamid.1',
  status: 'delivered',
  timestamp: '1795000000',
  recipient_id: '5511987654321',
  pricing: { billable: true },
  biz_opaque_callback_data: 'message-1',
  ...changes,
});
const webhook = (...statuses: unknown[]): object => ({
  object: 'whatsapp_business_account',
  entry: [
    { id: '1', changes: [{ field: 'messages', value: { metadata: { phone_number_id: '1098' }, statuses } }] },
  ],
});

describe('a WhatsApp webhook signature', () => {
  const body = bytes(webhook(status()));

  it('is the HMAC of the raw bytes under the app secret', () => {
    expect(verifyWhatsAppSignature(body, sign(body), SECRET)).toBe(true);
    expect(verifyWhatsAppSignature(Buffer.concat([body, Buffer.from(' ')]), sign(body), SECRET)).toBe(false);
    expect(verifyWhatsAppSignature(body, sign(body, 'other'), SECRET)).toBe(false);
  });

  it('agrees with the published test vector (RFC 4231, case 2)', () => {
    const figure = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(verifyWhatsAppSignature(Buffer.from('what do ya want for nothing?'), figure, 'Jefe')).toBe(true);
  });

  it('is never made with an empty secret', () => {
    expect(verifyWhatsAppSignature(body, sign(body, ''), '')).toBe(false);
  });

  it.each([undefined, '', 'sha256=', 'sha256=zz', 'sha1=00', '\u0000'])(
    'is refused quietly when it is %p',
    (header) => {
      expect(verifyWhatsAppSignature(body, header, SECRET)).toBe(false);
    },
  );
});

describe("Meta's handshake", () => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'verify-me', 'hub.challenge': '1158201444' };

  it('is answered with its challenge', () => {
    expect(answerHandshake(query, 'verify-me')).toBe('1158201444');
  });

  it.each<[Record<string, unknown>, string]>([
    [{ ...query, 'hub.verify_token': 'guess' }, 'verify-me'],
    [{ ...query, 'hub.mode': 'unsubscribe' }, 'verify-me'],
    [{ ...query, 'hub.challenge': undefined }, 'verify-me'],
    [{ ...query, 'hub.verify_token': ['verify-me'] }, 'verify-me'],
    [{ ...query, 'hub.verify_token': '' }, ''],
    [{}, 'verify-me'],
  ])('is refused otherwise: %p', (asked, token) => {
    expect(answerHandshake(asked, token)).toBeNull();
  });
});

describe('WhatsApp delivery statuses', () => {
  it('tell which message, how far, when, and our own reference', () => {
    expect(parseWhatsAppStatuses(bytes(webhook(status())))).toEqual([
      {
        providerId: 'wamid.1',
        status: 'delivered',
        at: 1_795_000_000_000,
        reference: 'message-1',
        errorCode: null,
        recipient: '5511987654321',
        senderId: '1098',
        user: null,
      },
    ]);
  });

  it('hold only texts that can be stored', () => {
    const strange = status({ id: 'wamid.\ud800', biz_opaque_callback_data: 'message\0' });
    expect(parseWhatsAppStatuses(bytes(webhook(strange)))).toMatchObject([
      { providerId: 'wamid.\ufffd', reference: 'message ' },
    ]);
  });

  it('tell who the recipient is to this business alone, where Meta says so readably', () => {
    const users = ['BR.1502576394655843', 'BR.ENT.11815799212886844830', 'x', 7, undefined];
    const told = webhook(...users.map((recipient_user_id) => status({ recipient_user_id })));
    expect(parseWhatsAppStatuses(bytes(told)).map(({ user }) => user)).toEqual([
      ...['BR.1502576394655843', 'BR.ENT.11815799212886844830', null, null, null],
    ]);
  });

  it('tell why a message failed', () => {
    const failed = status({ status: 'failed', errors: [{ code: 131026, title: 'Undeliverable' }] });
    expect(parseWhatsAppStatuses(bytes(webhook(failed)))).toMatchObject([
      { status: 'failed', errorCode: 131026 },
    ]);
  });

  it('may lack the recipient, the reference or a readable reason', () => {
    const bare = { id: 'wamid.2', status: 'failed', timestamp: 1795000000, errors: 'x' };
    expect(parseWhatsAppStatuses(bytes(webhook(bare)))).toEqual([
      {
        providerId: 'wamid.2',
        status: 'failed',
        at: 1_795_000_000_000,
        reference: null,
        errorCode: null,
        recipient: null,
        senderId: '1098',
        user: null,
      },
    ]);
  });

  it.each([undefined, null, 'x', {}, { phone_number_id: 7 }])(
    'may lack a readable sender: %j',
    (metadata) => {
      const value = { metadata, statuses: [status()] };
      const body = {
        object: 'whatsapp_business_account',
        entry: [{ changes: [{ field: 'messages', value }] }],
      };
      expect(parseWhatsAppStatuses(bytes(body))).toMatchObject([{ providerId: 'wamid.1', senderId: null }]);
    },
  );

  it('are kept in order over entries and changes, and what is not one of them is passed over', () => {
    const body = webhook(
      status({ id: 'a', status: 'sent' }),
      status({ status: 'played' }),
      7,
      status({ timestamp: 'now' }),
    ) as {
      entry: unknown[];
    };
    body.entry.push(
      {
        changes: [
          { field: 'account_update', value: { statuses: [status()] } },
          { field: 'messages', value: { messages: [{}] } },
        ],
      },
      null,
      { changes: 'none' },
      { changes: [{ field: 'messages', value: { statuses: [status({ id: 'b', status: 'read' })] } }] },
    );
    expect(parseWhatsAppStatuses(bytes(body)).map(({ providerId }) => providerId)).toEqual(['a', 'b']);
  });

  it.each([null, [], 7, {}, { object: 'page', entry: [] }, { object: 'whatsapp_business_account' }])(
    'are none in %p',
    (body) => {
      expect(parseWhatsAppStatuses(bytes(body))).toEqual([]);
    },
  );

  it.each([Buffer.alloc(0), Buffer.from('{"object":'), Buffer.from([0xff, 0x00])])(
    'cannot be read from %p',
    (raw) => {
      expect(() => parseWhatsAppStatuses(raw)).toThrow(MalformedStatusError);
    },
  );
});

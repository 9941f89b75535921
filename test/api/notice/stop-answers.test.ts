import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { SendError, stopWordIn } from '../../../src/messaging';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { aCustomer, aMessage, META_SECRET, MINE, NOW, signatureOf, THEIRS } from '../builders';

const OURS = { WHATSAPP_PHONE_NUMBER_ID: '1098' };
const SECONDS = Math.floor(NOW / 1_000);

function answer(text: unknown, change: object = {}): object {
  return {
    ...{ id: 'wamid.in.1', from: '5511987654321', timestamp: String(SECONDS), type: 'text' },
    ...{ text: { body: text }, ...change },
  };
}

function post(api: AnApi, value: object, senderId: string | null = '1098'): request.Test {
  const metadata = senderId === null ? {} : { metadata: { phone_number_id: senderId } };
  const change = { field: 'messages', value: { ...metadata, ...value } };
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ changes: [change] }] });
  return request(api.app)
    .post('/webhooks/whatsapp')
    .set('content-type', 'application/json')
    .set('x-hub-signature-256', signatureOf(body, META_SECRET))
    .send(body);
}

const facts = (api: AnApi): string[] =>
  api.holds.consents.map(({ merchantId, customerId, channel, given, source }) =>
    [merchantId, customerId, channel, given ? 'yes' : 'no', source].join(' '),
  );
const OUT = `${MINE} cus_1 whatsapp no whatsapp`;

describe('the word by which somebody wants no more', () => {
  it.each([
    'SAIR',
    'sair',
    ' Sair. ',
    'PARAR!!!',
    'cancelar\n',
    '“Sair”',
    'ｓａｉｒ',
    'Sa\u200dir',
    '*SAIR* 🙏',
    'SAÍR',
  ])('is %s', (text) => {
    expect(stopWordIn(text)).toMatch(/^(?:SAIR|PARAR|CANCELAR)$/);
  });

  it.each([
    '',
    '   ',
    'Quero sair',
    'SAIR agora',
    'não sair',
    'S A I R',
    'SAIRÃO',
    'cancelar pedido',
    'SAIR 2',
  ])('is not: %s', (text) => {
    expect(stopWordIn(text)).toBeNull();
  });
});

describe('who answers SAIR', () => {
  it('is not written to any more, and told so once, however often Meta tells of it', async () => {
    const api = anApi({}, OURS);
    for (let n = 0; n < 3; n += 1) await post(api, { messages: [answer('Sair!')] }).expect(200);
    await post(api, { messages: [answer('parar', { id: 'wamid.in.2' })] }).expect(200);
    expect(facts(api)).toEqual([OUT]);
    expect(api.holds.consents[0]).toMatchObject({ text: 'Respondeu SAIR no WhatsApp' });
    expect(api.answered).toEqual([
      { to: '5511987654321', text: expect.stringMatching(/^Pronto! Você não receberá mais mensagens/) },
    ]);
    expect(api.logged()).not.toContain('987654321');
  });

  it('is found without the ninth digit, at every merchant, in every record', async () => {
    const theirs = aCustomer({ id: 'cus_9', merchantId: THEIRS });
    const phone = { e164: '+5511987650000', key: '1187650000', mobile: true };
    const another = aCustomer({ id: 'cus_3', phones: [phone] });
    const customers = [aCustomer(), aCustomer({ id: 'cus_2' }), another, theirs];
    const api = anApi({ customers }, OURS);
    await post(api, { messages: [answer('SAIR', { from: '551187654321' })] }).expect(200);
    expect(facts(api)).toEqual([
      ...[OUT, `${MINE} cus_2 whatsapp no whatsapp`, `${THEIRS} cus_9 whatsapp no whatsapp`],
    ]);
    expect(api.answered).toHaveLength(1);
  });

  it('is found by the messages that reached them, where they show no phone, and told nothing', async () => {
    const user = 'BR.1502576394655843';
    const messages = [aMessage({ user }), aMessage({ customerId: 'cus_2', user: 'BR.another' })];
    const api = anApi({ messages, customers: [aCustomer(), aCustomer({ id: 'cus_2', phones: [] })] }, OURS);
    const hidden = answer('Sair', { from: undefined, from_user_id: user });
    for (let n = 0; n < 2; n += 1) await post(api, { messages: [hidden] }).expect(200);
    expect([facts(api), api.answered]).toEqual([[OUT], []]);
    const contacts = [{ profile: { name: 'Ana' }, user_id: 'BR.another' }];
    await post(api, { contacts, messages: [answer('SAIR', { from: undefined })] }).expect(200);
    expect(facts(api)).toEqual([OUT, `${MINE} cus_2 whatsapp no whatsapp`]);
    for (const from_user_id of ['BR.nobody', '5511987654321', { $ne: 1 }, 'BR.', undefined])
      await post(api, { messages: [answer('SAIR', { from: undefined, from_user_id })] }).expect(200);
    expect(facts(api)).toHaveLength(2);
  });

  it('by a button as well; anything else they write is passed over, and nonsense too', async () => {
    const api = anApi({}, OURS);
    const nonsense = [
      ...[answer('Oi, que horas abre?'), answer({ $ne: 1 }), answer('SAIR', { from: 'x' }), null, 7, 'SAIR'],
      ...[{ type: 'reaction', reaction: { emoji: '👍' } }, answer('SAIR', { id: '' })],
      answer('x'.repeat(6_000)),
      answer('SAIR', { from: '5511900000001' }),
    ];
    await post(api, { messages: nonsense, statuses: 'SAIR' }).expect(200);
    await post(api, { messages: 'SAIR' }).expect(200);
    expect([facts(api), api.answered]).toEqual([[], []]);
    const pressed = answer('', { type: 'button', text: undefined, button: { text: 'Sair', payload: 'x' } });
    await post(api, { messages: [pressed] }).expect(200);
    expect(facts(api)).toEqual([OUT]);
  });

  it('has a phone with WhatsApp, whatever they write, and is written to again where no message had arrived', async () => {
    const phone = '+5511987654321';
    const api = anApi({ unreachable: [phone, phone, '+5511987650000'] }, OURS);
    await post(api, { messages: [answer('Oi, que horas abre?', { timestamp: undefined })] }).expect(200);
    expect(api.holds.unreachable).toHaveLength(3);
    await post(api, { messages: [answer('Oi, que horas abre?')] }).expect(200);
    expect(api.holds.unreachable).toEqual(['+5511987650000']);
  });

  it('takes nothing back that was agreed to after it was written', async () => {
    const api = anApi({}, OURS);
    await api
      .post('/v1/customers/cus_1/consents', { channel: 'whatsapp', given: true, text: 'Sim' })
      .expect(201);
    const before = answer('SAIR', { timestamp: String(SECONDS - 60) });
    await post(api, { messages: [before] }).expect(200);
    const [newest] = await api.store.consents.of(MINE, 'cus_1');
    expect([newest?.given, api.answered]).toEqual([true, []]);
    await post(api, { messages: [answer('SAIR', { id: 'wamid.in.3', timestamp: SECONDS + 9_999 })] });
    expect((await api.store.consents.of(MINE, 'cus_1'))[0]).toMatchObject({ given: false });
  });

  it.each([
    ['was a day ago', { timestamp: String(SECONDS - 86_400) }, '1098'],
    ['is of no moment', { timestamp: undefined }, '1098'],
    ['went to another number', {}, '1099'],
  ])('is heeded and not answered where it %s', async (_what, change, senderId) => {
    const api = anApi({}, OURS);
    await post(api, { messages: [answer('SAIR', change)] }, senderId).expect(200);
    expect([facts(api), api.answered]).toEqual([[OUT], []]);
  });

  it('is heeded where the confirmation cannot be sent, and Meta told that it was taken in', async () => {
    const api = anApi({}, OURS);
    const verdict = { outcome: 'retry', scope: 'sender', reason: 'no_connection' } as const;
    api.answered.push = () => {
      throw new SendError('WhatsApp', 'ECONNREFUSED', verdict);
    };
    await post(api, { messages: [answer('SAIR')] }).expect(200);
    expect(facts(api)).toEqual([OUT]);
    expect(api.logged()).toContain('not confirmed');
  });

  it('is asked for again where it could not be written down', async () => {
    const api = anApi({}, OURS);
    api.fails.set('consents.say', new Error('MongoDB is away'));
    await post(api, { messages: [answer('SAIR')] }).expect(500);
    api.fails.clear();
    await post(api, { messages: [answer('SAIR')] }).expect(200);
    expect([facts(api), api.answered.length]).toEqual([[OUT], 1]);
  });

  it('is believed of nobody whose word is not signed', async () => {
    const api = anApi({}, OURS);
    await post(api, { messages: [answer('SAIR')] })
      .set('x-hub-signature-256', `sha256=${'0'.repeat(64)}`)
      .expect(401);
    expect(facts(api)).toEqual([]);
  });
});

describe('who has stopped the messages in the app', () => {
  it('is not written to any more, once Meta says so of a message', async () => {
    const api = anApi({ messages: [aMessage()] }, OURS);
    const failed = {
      ...{ id: 'wamid.1', status: 'failed', timestamp: String(SECONDS), errors: [{ code: 131050 }] },
      biz_opaque_callback_data: 'mer_mine/sal_1/earned/whatsapp',
    };
    const other = { ...failed, id: 'wamid.2', biz_opaque_callback_data: 'mer_mine/sal_2/earned/whatsapp' };
    for (let n = 0; n < 2; n += 1) await post(api, { statuses: [failed, other] }).expect(200);
    expect(facts(api)).toEqual([`${MINE} cus_1 whatsapp no meta`]);
    expect(api.answered).toEqual([]);
  });
});

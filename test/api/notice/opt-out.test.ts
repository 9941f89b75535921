import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { aCustomer, MINE, NOW, THEIRS } from '../builders';

const LINK = { merchantId: MINE, customerId: 'cus_1', token: 'tok_1' };
const ONE_CLICK = 'List-Unsubscribe=One-Click';

const open = (api: AnApi, token = 'tok_1'): request.Test => request(api.app).get(`/u/${token}`);
const post = (api: AnApi, body: string, token = 'tok_1'): request.Test =>
  request(api.app).post(`/u/${token}`).type('application/x-www-form-urlencoded').send(body);
const facts = (api: AnApi): string[] =>
  api.holds.consents.map(
    ({ customerId, channel, given }) => `${customerId} ${channel} ${given ? 'yes' : 'no'}`,
  );

describe('the link of a message', () => {
  it('asks, and changes nothing by being opened', async () => {
    const api = anApi({ links: [LINK] });
    const { headers, text } = await open(api).expect(200);
    await request(api.app).head('/u/tok_1').expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-.+form-action/,
      ),
    });
    expect(text).toContain('<form method="post">');
    expect(text).toContain('Mensagens de Conta &#60;mer_mine&#62;');
    expect(text).toContain('Não receber mais e-mails');
    expect(text).toContain('Não receber mais mensagens no WhatsApp');
    expect(api.holds.consents).toEqual([]);
  });

  it('takes e-mails back at the press of a mail program’s button, as a form or in parts, and once', async () => {
    const api = anApi({ links: [LINK] });
    const { text } = await post(api, ONE_CLICK).expect(200);
    expect(text).toContain('Você não receberá mais e-mails de');
    await post(api, ONE_CLICK).expect(200);
    await request(api.app).post('/u/tok_1').field('List-Unsubscribe', 'One-Click').expect(200);
    await request(api.app).post('/u/tok_1').expect(200);
    expect(facts(api)).toEqual(['cus_1 email no']);
    expect(api.holds.consents[0]).toMatchObject({
      ...{ source: 'link', purpose: 'all', at: new Date(NOW), actor: { kind: 'customer', id: 'cus_1' } },
    });
  });

  it('takes back what its form names, and shows what is left', async () => {
    const api = anApi({ links: [LINK] });
    const { headers } = await post(api, 'canal=whatsapp').expect(303);
    expect(headers).toMatchObject({ location: '?feito=whatsapp', 'cache-control': 'no-store' });
    const { text } = await open(api, `tok_1${headers['location']!}`).expect(200);
    expect(text).toContain('Você não receberá mais mensagens no WhatsApp de');
    expect(text).toContain('Não receber mais e-mails');
    expect(text).not.toContain('value="whatsapp"');
    expect(facts(api)).toEqual(['cus_1 whatsapp no']);
    expect((await post(api, 'canal=tudo').expect(303)).headers['location']).toBe(
      '?feito=whatsapp&feito=email',
    );
    expect(facts(api)).toEqual(['cus_1 whatsapp no', 'cus_1 email no']);
    expect((await open(api)).text).toContain('Você já não recebe mensagens');
  });

  it('tells what its form has done where it holds, and loaded again takes nothing back once more', async () => {
    const api = anApi({ links: [LINK, { ...LINK, token: 'tok_2' }] });
    const { headers } = await post(api, 'canal=email', 'tok_2').expect(303);
    const loaded = async (token: string): Promise<string> =>
      (await open(api, `${token}${headers['location']!}`).expect(200)).text;
    expect(await loaded('tok_2')).toContain('Você não receberá mais e-mails de');
    api.clock.now = NOW + 5_000;
    await api
      .post('/v1/customers/cus_1/consents', { channel: 'email', given: true, text: 'Quero receber.' })
      .expect(201);
    expect(await loaded('tok_2')).not.toContain('Pronto');
    expect(facts(api)).toEqual(['cus_1 email no', 'cus_1 email yes']);
    for (const query of ['?feito=email', '?feito=nada', '?feito[x]=email', '?feito=%00'])
      expect((await open(api, `tok_2${query}`).expect(200)).text).not.toContain('Pronto');
    // Of one that was replaced nothing is shown of the customer.
    expect(await loaded('tok_1')).toContain('Pronto');
  });

  it('takes back what was agreed to again since, also by a clock that is behind', async () => {
    const api = anApi({ links: [LINK] });
    await post(api, ONE_CLICK).expect(200);
    const told = { channel: 'email', given: true, text: 'Quero receber.' };
    api.clock.now = NOW + 5_000;
    await api.post('/v1/customers/cus_1/consents', told).expect(201);
    api.clock.now = NOW;
    await post(api, ONE_CLICK).expect(200);
    const [newest] = await api.store.consents.of(MINE, 'cus_1');
    expect(newest).toMatchObject({ given: false, source: 'link', at: new Date(NOW + 5_001) });
  });

  it('holds for every record that is written to at the address, and for no other merchant', async () => {
    const twin = aCustomer({ id: 'cus_2', document: null });
    const theirs = aCustomer({ id: 'cus_9', merchantId: THEIRS });
    const api = anApi({ links: [LINK], customers: [aCustomer(), twin, theirs] });
    await post(api, ONE_CLICK).expect(200);
    expect(facts(api)).toEqual(['cus_1 email no', 'cus_2 email no']);
  });

  it('is that of whoever its record was merged into', async () => {
    const remains = aCustomer({ id: 'cus_2', emails: ['outra@example.com'] });
    const customers = [aCustomer({ mergedInto: 'cus_2' }), remains];
    const api = anApi({ links: [LINK], customers });
    await post(api, ONE_CLICK).expect(200);
    expect(facts(api)).toEqual(['cus_1 email no', 'cus_2 email no']);
  });

  it('goes on taking messages back when it was replaced: it stands in messages that were sent', async () => {
    const api = anApi({ links: [LINK, { ...LINK, token: 'tok_2' }] });
    await post(api, ONE_CLICK).expect(200);
    expect(facts(api)).toEqual(['cus_1 email no']);
  });

  it('also of a merchant that is suspended', async () => {
    const api = anApi({ links: [LINK], suspended: [MINE] });
    await post(api, ONE_CLICK).expect(200);
    expect(facts(api)).toEqual(['cus_1 email no']);
  });

  it('says in words that it is nobody’s, and after many of those to wait, while others are answered', async () => {
    const api = anApi({ links: [LINK] });
    for (const token of ['tok_9', '%00', 'x'.repeat(2_000), '$ne']) {
      const { text } = await open(api, token).expect(404);
      expect(text).toContain('Link não reconhecido');
    }
    for (let n = 0; n < 56; n += 1) await post(api, ONE_CLICK, 'tok_9').expect(404);
    const { headers, text } = await post(api, ONE_CLICK, 'tok_9').expect(429);
    expect(headers['retry-after']).toBe('60');
    expect(text).toContain('Muitas tentativas');
    await post(api, ONE_CLICK).expect(200);
    expect(facts(api)).toEqual(['cus_1 email no']);
  });

  it('says that it cannot confirm it now where nothing could be written', async () => {
    const api = anApi({ links: [LINK] });
    api.fails.set('consents.say', new Error('MongoDB is away'));
    const { text, headers } = await post(api, ONE_CLICK).expect(503);
    expect(text).toContain('Tente de novo em alguns segundos');
    expect(headers['retry-after']).toBe('5');
    expect(api.logged()).not.toContain('tok_1');
  });
});

import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { decodedQr } from '../../decoded-qr';
import { published } from '../../loyalty/program/programs';
import { linkTokens } from '../../../src/store';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { aCustomer, aLot, anEntry, aVoucherLot, aWallet, CODE, MINE, NOW, THEIRS } from '../builders';

const DAY = 86_400_000;

const LINK = { merchantId: MINE, customerId: 'cus_1', token: 'tok_1' };
/** As the operator's guide has it done. */
const FORGOTTEN = aCustomer({ name: null, document: null, phones: [], emails: [], birthDate: null });

/** A press of a button: what it leads to, once. */
const press = async (api: AnApi, body: string): Promise<request.Response> => {
  const { headers } = await post(api, body).expect(303);
  return open(api, headers['location']).expect(200);
};
const open = (api: AnApi, query = '', token = 'tok_1'): request.Test =>
  request(api.app).get(`/c/${token}${query}`);
const post = (api: AnApi, body: string, token = 'tok_1'): request.Test =>
  request(api.app).post(`/c/${token}`).type('application/x-www-form-urlencoded').send(body);
/** What people read of it, with plain spaces. */
const read = ({ text }: { text: string }): string =>
  text
    .replace(/<style>.*?<\/style>|<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll('&#39;', "'");
const facts = (api: AnApi): string[] =>
  api.holds.consents.map(({ channel, given, source }) => `${channel} ${given ? 'yes' : 'no'} ${source}`);

const PENDING = aLot({
  ...{ id: 'lot_2', activatesAt: NOW + 5 * DAY, expiresAt: NOW + 60 * DAY },
  buckets: { pending: 1_200 },
});

describe('the page of a customer', () => {
  it('shows what they have, until when and what is to come, and nothing that names them but the first name', async () => {
    const voucher = aVoucherLot({ face: { minSaleCents: 5_000 } });
    const wallets = new Map([['cus_1', aWallet(aLot({ buckets: { active: 950 } }), PENDING, voucher)]]);
    const customers = [aCustomer({ name: 'MARIA <b>SILVA</b>' })];
    const api = anApi({ links: [LINK], wallets, customers, entries: [anEntry()] });
    const answer = await open(api).expect(200);
    const page = read(answer);
    for (const words of [
      ...['Olá, Maria!', 'R$ 9,50', 'R$ 9,50: use até 03/12/2026', 'R$ 12,00: a partir de 08/11/2026 às 12h'],
      ...['Seus vales (1)', CODE, 'R$ 20,00 de desconto', 'em compras a partir de R$ 50,00'],
      ...['Ganho na compra: R$ 9,50 de cashback', 'Você recebe e-mails.'],
    ])
      expect(page).toContain(words);
    expect(answer.text).toContain('aria-label="QR que identifica você no caixa"');
    const { document, phones, emails } = customers[0]!;
    for (const secret of ['SILVA', document!.value, phones[0]!.e164, emails[0]!, 'cus_1', '<b>', '<script'])
      expect(answer.text).not.toContain(secret);
  });

  it('is kept by nobody, names no other place and runs nothing', async () => {
    const api = anApi({ links: [LINK] });
    const { headers, text } = await open(api).expect(200);
    await request(api.app).head('/c/tok_1').expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-/,
      ),
    });
    expect(text).not.toMatch(/<script|<link|<img|\sstyle=|\ssrc=|http/);
    expect(api.holds.consents).toEqual([]);
  });

  it('leads to whoever the record was merged into', async () => {
    const customers = [aCustomer({ mergedInto: 'cus_2' }), aCustomer({ id: 'cus_2', name: 'Ana Lima' })];
    const wallets = new Map([
      ['cus_2', { ...aWallet(aLot({ buckets: { active: 300 } })), customerId: 'cus_2' }],
    ]);
    const page = read(await open(anApi({ links: [LINK], customers, wallets })).expect(200));
    expect(page).toContain('Olá, Ana!');
    expect(page).toContain('R$ 3,00');
  });

  it.each([
    ['nobody', { links: [] }],
    ['one that was replaced', { links: [LINK, { ...LINK, token: 'tok_2' }] }],
    ['somebody who was erased', { links: [LINK], customers: [FORGOTTEN] }],
    ['somebody of whom nothing is left', { links: [LINK], customers: [] }],
    ['a customer of another merchant', { links: [{ ...LINK, merchantId: THEIRS }] }],
  ])('of %s shows nothing, says what to do, and takes nothing', async (_whose, holds) => {
    const api = anApi(holds);
    const page = read(await open(api).expect(404));
    expect(page).toContain('Página não encontrada');
    expect(page).not.toMatch(/Maria|R\$/);
    await post(api, 'parar=email').expect(404);
    expect(api.holds.consents).toEqual([]);
  });

  it('of a merchant that is suspended shows no balance, and takes messages back all the same', async () => {
    const wallets = new Map([['cus_1', aWallet(aLot({ buckets: { active: 950 } }))]]);
    const api = anApi({ links: [LINK], suspended: [MINE], wallets });
    const page = read(await open(api).expect(200));
    expect(page).toContain('está parado no momento');
    expect(page).not.toContain('R$');
    await post(api, 'parar=email').expect(303);
    expect(facts(api)).toEqual(['email no link']);
  });

  it('goes through movements and vouchers a page at a time, and takes nonsense for the first', async () => {
    const entries = Array.from({ length: 30 }, (_, at) =>
      anEntry({
        seq: 30 - at,
        key: `k/${at}`,
        moves: [{ lotId: 'l', from: 'issued', to: 'active', amount: 30 - at }],
      }),
    );
    const lots = Array.from({ length: 8 }, (_, at) =>
      aVoucherLot({ id: `lot_${at}`, face: { code: `K7QM-3XRT-9W${at}P` } }),
    );
    const api = anApi({ links: [LINK], entries, wallets: new Map([['cus_1', aWallet(...lots)]]) });
    const first = await open(api).expect(200);
    expect(first.text.match(/<svg/g)).toHaveLength(7);
    expect(first.text).toContain('href="?antes=19#extrato"');
    expect(read(await open(api, '?antes=19').expect(200))).toContain('R$ 0,18');
    expect((await open(api, '?vales=1').expect(200)).text.match(/<svg/g)).toHaveLength(3);
    for (const nonsense of ['?antes=x', '?antes=-1', '?antes=1&antes=2', '?vales=999', '?vales[$ne]=1'])
      await open(api, nonsense).expect(200);
    expect(Buffer.byteLength(first.text)).toBeLessThan(60_000);
  });

  it('has pages of movements that are as full where many reminders have come', async () => {
    const reminded = (_: unknown, at: number) =>
      anEntry({ seq: 40 - at, type: 'REMIND', key: `remind/${at}`, moves: [] });
    const earned = Array.from({ length: 13 }, (_, at) => {
      const moves = [{ lotId: 'l', from: 'issued' as const, to: 'active' as const, amount: 13 - at }];
      return anEntry({ seq: 13 - at, key: `k/${at}`, moves });
    });
    const entries = [...Array.from({ length: 27 }, reminded), ...earned];
    const api = anApi({ links: [LINK], entries, wallets: new Map([['cus_1', aWallet(aLot())]]) });
    const page = await open(api).expect(200);
    expect(read(page)).toContain('R$ 0,02');
    expect(page.text).toContain('href="?antes=2#extrato"');
    expect((await open(api, '?antes=2').expect(200)).text).not.toContain('?antes=1#');
  });

  it('says that an end was put off, and until when, though nobody has written it down, and not that another stands', async () => {
    const lot = aLot({
      buckets: { active: 950 },
      expiresAt: NOW - 3_600_000,
      fairUntil: NOW + 7 * DAY,
    });
    const moves = [{ lotId: 'lot_2', from: 'active' as const, to: 'active' as const, amount: 200 }];
    const entries = [anEntry({ type: 'REMIND', key: 'remind/lot_2', moves })];
    const api = anApi({ links: [LINK], entries, wallets: new Map([['cus_1', aWallet(lot)]]) });
    const page = read(await open(api).expect(200));
    expect(page).toContain('R$ 9,50: use até 10/11/2026 às 12h');
    expect(page).toContain('Validade prorrogada: R$ 9,50 de cashback');
    expect(page).not.toContain('R$ 2,00');
  });

  it('is opened by its own token alone, and shows a till one that opens nothing', async () => {
    const { optOut, till } = linkTokens('tok_1');
    const api = anApi({ links: [LINK] });
    const answer = await open(api).expect(200);
    expect(decodedQr(/<svg[^>]*aria-label="QR que identifica.*?<\/svg>/.exec(answer.text)![0])).toBe(till);
    for (const token of [optOut, till]) await open(api, '', token).expect(404);
    for (const token of [optOut, 'tok_1']) await request(api.app).get(`/u/${token}`).expect(200);
    await request(api.app).get(`/u/${till}`).expect(404);
    expect(new Set(['tok_1', optOut, till]).size).toBe(3);
  });

  it('tells the hour of what begins or ends within a day, soonest first', async () => {
    const noon = { buckets: { active: 300 }, expiresAt: NOW + DAY };
    const lots = [
      aLot({ ...noon, id: 'lot_3', expiresAt: NOW + 2 * DAY }),
      aLot({ ...noon, id: 'lot_4' }),
      aVoucherLot({ id: 'lot_5', expiresAt: NOW + DAY }),
    ];
    const page = read(await open(anApi({ links: [LINK], wallets: new Map([['cus_1', aWallet(...lots)]]) })));
    expect(page).toMatch(/R\$ 3,00: use até 04\/11\/2026 às 12h\S* .*R\$ 3,00: use até 05\/11\/2026 às 12h/);
    expect(page).toContain('Válido até 04/11/2026 às 12h');
  });

  it('tells how much more the clock has decided than it shows', async () => {
    const ended = Array.from({ length: 15 }, (_, at) =>
      aLot({ id: `lot_${at}`, buckets: { active: 100 + at }, expiresAt: NOW - (at + 1) * 60_000 }),
    );
    const wallets = new Map([['cus_1', aWallet(...ended)]]);
    const page = read(await open(anApi({ links: [LINK], wallets }), '').expect(200));
    expect(page).toContain('e mais 3 movimentos deste período');
  });

  it('shows the regulation in force', async () => {
    const program = published({
      name: 'Clube Exemplo',
      earning: { rules: [{ id: 'cashback', grant: { type: 'cashback', rateBps: 500 } }] },
    });
    const programs = [{ merchantId: MINE, version: 1, program, publishedAt: new Date(NOW) }];
    const api = anApi({ links: [LINK], programs });
    expect((await open(api).expect(200)).text).toContain('href="?regulamento=1"');
    const page = read(await open(api, '?regulamento=1').expect(200));
    expect(page).toContain('Regulamento do programa Clube Exemplo');
    expect(page).toContain('Voltar à minha página');
  });
});

describe('what a customer says on their page', () => {
  it('holds at once, can be taken back, and adds nothing when it is said again', async () => {
    const api = anApi({ links: [LINK] });
    const stopped = read(await press(api, 'parar=whatsapp'));
    expect(stopped).toContain('você não receberá mais mensagens no WhatsApp de');
    expect(stopped).toContain('Quero receber mensagens no WhatsApp');
    await press(api, 'parar=whatsapp');
    expect(api.holds.refused.size).toBe(1);
    const agreed = read(await press(api, 'receber=whatsapp'));
    expect(agreed).toContain('você voltará a receber mensagens no WhatsApp');
    expect(agreed).toContain('Você recebe mensagens no WhatsApp.');
    await press(api, 'receber=whatsapp');
    expect(api.holds.refused.size).toBe(0);
    await press(api, 'parar=tudo&receber=email');
    expect(facts(api).slice(0, 2)).toEqual(['whatsapp no link', 'whatsapp yes link']);
    expect(facts(api).slice(2).toSorted()).toEqual(['email no link', 'whatsapp no link']);
    expect(api.holds.consents[0]).toMatchObject({
      text: 'Não receber mais mensagens no WhatsApp (página do cliente)',
      actor: { kind: 'customer', id: 'cus_1' },
    });
  });

  it('lets messages come again that go no more, as the last ones did not arrive', async () => {
    const [phone] = aCustomer().phones;
    const api = anApi({ links: [LINK], unreachable: [phone!.e164, phone!.e164] });
    const page = read(await open(api).expect(200));
    expect(page).toContain('Você não recebe mensagens no WhatsApp: as últimas não chegaram.');
    expect(read(await press(api, 'receber=whatsapp'))).toContain('Você recebe mensagens no WhatsApp.');
    expect(api.holds.unreachable).toEqual([]);
  });

  it('lets whoever gets nothing, as the last ones did not arrive, say that they want none', async () => {
    const [phone] = aCustomer().phones;
    const api = anApi({ links: [LINK], unreachable: [phone!.e164, phone!.e164] });
    const page = read(await open(api).expect(200));
    expect(page).toContain('Não receber mais mensagens no WhatsApp');
    expect(page).toContain('Não receber mais nada');
    expect(read(await open(api, '?parou=whatsapp').expect(200))).not.toContain('Pronto');
    expect(read(await press(api, 'parar=whatsapp'))).toContain(
      'você não receberá mais mensagens no WhatsApp',
    );
    expect(facts(api)).toEqual(['whatsapp no link']);
  });

  it('is no agreement where a list says never, or there is nothing to write to', async () => {
    const customers = [aCustomer({ phones: [] })];
    const api = anApi({ links: [LINK], customers, suppressed: new Set(customers[0]!.emails) });
    const page = read(await open(api).expect(200));
    expect(page).toContain('Para voltar a receber, fale com a loja.');
    expect(page).toContain('a loja não tem o seu celular');
    const told = read(await press(api, 'receber=email&receber=whatsapp'));
    expect(told).not.toContain('Pronto');
    expect(facts(api)).toEqual([]);
  });

  it('is told by an address that asks for nothing when it is loaded again, and is believed only where it holds', async () => {
    const api = anApi({ links: [LINK] });
    const { headers } = await post(api, 'parar=email').expect(303);
    expect(headers).toMatchObject({ location: '?parou=email', 'cache-control': 'no-store' });
    await post(api, 'receber=email').expect(303);
    const loadedAgain = read(await open(api, headers['location']).expect(200));
    expect(loadedAgain).toContain('Você recebe e-mails.');
    for (const query of ['?parou=email', '?voltou=sms', '?parou[$ne]=email', '?parou=email&parou=whatsapp'])
      expect(read(await open(api, query).expect(200))).not.toContain('Pronto');
    expect(facts(api)).toEqual(['email no link', 'email yes link']);
  });

  it('is nothing where the form names nothing', async () => {
    const api = anApi({ links: [LINK] });
    for (const body of ['', 'x=1', 'parar=sms', 'receber[]=email', '\u0000']) await press(api, body);
    expect(facts(api)).toEqual([]);
  });

  it('is not said to be done where nothing could be written', async () => {
    const api = anApi({ links: [LINK] });
    api.fails.set('consents.say', new Error('MongoDB is away'));
    const answer = await post(api, 'parar=email').expect(503);
    expect(read(answer)).toContain('Tente de novo em alguns segundos');
    expect(api.logged()).not.toContain('tok_1');
  });
});

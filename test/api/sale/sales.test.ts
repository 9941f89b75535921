import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { aLot, aMessage, anEntry, aSale, aWallet, NOW } from '../builders';
import { expectContract } from '../http/contract';

describe('a sale', () => {
  const lotId = 'sal_1/cashback-5/cus_1/1';

  it('is answered with content, benefit, reasoning and history', async () => {
    const { get } = anApi({
      wallets: new Map([['cus_1', aWallet(aLot({ buckets: { active: 500, spent: 450 } }))]]),
      entries: [
        anEntry(),
        anEntry({
          seq: 2,
          type: 'ACTIVATE',
          at: NOW + 1,
          cause: { kind: 'clock' },
          moves: [{ lotId, from: 'pending', to: 'active', amount: 950 }],
        }),
      ],
      messages: [aMessage()],
    });
    const answer = await get('/v1/sales/sal_1').expect(200);
    await expectContract(answer, 'get', '/v1/sales/{id}');
    expect(answer.body).toMatchObject({
      id: 'sal_1',
      number: '10231',
      benefit: { earnedCents: 950, activeCents: 500, usedCents: 450, pendingCents: 0 },
      explanation: [{ ruleId: 'cashback-5', outcome: 'paid', lines: ['5% de R$ 190,00 = R$ 9,50'] }],
      timeline: [
        { source: 'sale', event: 'received', text: 'Venda recebida' },
        { source: 'ledger', event: 'EARN_PENDING', text: 'Ganho na compra: R$ 9,50 de cashback' },
        { source: 'ledger', event: 'ACTIVATE', text: 'Liberação para uso: R$ 9,50 de cashback' },
        {
          source: 'message',
          event: 'earned_delivered',
          text: 'Aviso de benefício ganho por WhatsApp: entregue',
        },
      ],
    });
  });

  it('shows its benefit as the clock has it, however late the timers are (R1)', async () => {
    const lot = aLot({ activatesAt: NOW - 1, buckets: { pending: 950 } });
    const { get } = anApi({ wallets: new Map([['cus_1', aWallet(lot)]]) });
    const answer = await get('/v1/sales/sal_1').expect(200);
    expect(answer.body).toMatchObject({ benefit: { pendingCents: 0, activeCents: 950 } });
  });

  it('shows its end as the clock has it, although nobody has written down that it goes on (fair expiry)', async () => {
    const [end, later] = [NOW - 1, NOW + 86_400_000];
    const sales = [
      aSale({ benefit: { status: 'active', expiresAt: end, turnsAt: later, turnsTo: 'expired' } }),
    ];
    const shown = async (fairUntil?: number): Promise<object> => {
      const lot = aLot({ expiresAt: end, fairUntil, buckets: { active: 950 } });
      const { get } = anApi({ sales, wallets: new Map([['cus_1', aWallet(lot)]]) });
      return ((await get('/v1/sales/sal_1').expect(200)).body as { benefit: object }).benefit;
    };
    expect(await shown(later)).toMatchObject({ activeCents: 950, expiresAt: new Date(later).toISOString() });
    expect(await shown()).toMatchObject({ activeCents: 0, expiresAt: new Date(end).toISOString() });
  });

  it('has the status that the clock has given it, alone and in lists, although nobody has written that down (R1)', async () => {
    const turned = aSale({ benefit: { status: 'pending', turnsAt: NOW - 1, turnsTo: 'active' } });
    const coming = aSale({ benefit: { status: 'pending', turnsAt: NOW + 1, turnsTo: 'active' } });
    const sales = [turned, { ...coming, id: 'sal_2', source: { ...coming.source, externalId: '2' } }];
    const lot = aLot({ activatesAt: NOW - 1, buckets: { pending: 950 } });
    const { get } = anApi({ sales, wallets: new Map([['cus_1', aWallet(lot)]]) });
    const statuses = async (query: string): Promise<string[]> => {
      const { data } = (await get(`/v1/sales${query}`).expect(200)).body as {
        data: Record<string, string>[];
      };
      return data.map(({ id, status }) => `${id} ${status}`);
    };
    expect((await get('/v1/sales/sal_1').expect(200)).body).toMatchObject({ status: 'active' });
    expect((await get('/v1/sales/sal_2').expect(200)).body).toMatchObject({ status: 'pending' });
    expect((await statuses('')).sort()).toEqual(['sal_1 active', 'sal_2 pending']);
    expect(await statuses('?status=active')).toEqual(['sal_1 active']);
    expect(await statuses('?status=pending')).toEqual(['sal_2 pending']);
  });

  it('counts of a redemption over many sales only its own part', async () => {
    const moves = [
      { lotId, from: 'active' as const, to: 'reserved' as const, amount: 300 },
      { lotId: 'sal_2/cashback-5/cus_1/1', from: 'active' as const, to: 'reserved' as const, amount: 700 },
    ];
    const reserve = anEntry({
      seq: 2,
      type: 'RESERVE',
      at: NOW + 1,
      cause: { kind: 'redemption', redemptionId: 'red_1' },
      moves,
    });
    const { get } = anApi({ entries: [anEntry(), reserve] });
    const answer = await get('/v1/sales/sal_1').expect(200);
    expect((answer.body as { timeline: { text: string }[] }).timeline.map(({ text }) => text)).toContain(
      'Reserva para um resgate: R$ 3,00 de cashback',
    );
  });

  it('without a customer is answered without asking for a wallet', async () => {
    const { get, asked } = anApi({
      sales: [aSale({ owner: { customerId: null }, benefit: { status: 'unidentified', earnedCents: 0 } })],
    });
    const answer = await get('/v1/sales/sal_1').expect(200);
    await expectContract(answer, 'get', '/v1/sales/{id}');
    expect(asked).not.toContain('wallets.read');
  });

  it('without a customer says what each rule would pay, and when it does', async () => {
    const evaluated = { of: 'as sold', grants: [] };
    const benefit = { status: 'unidentified' as const, earnedCents: 0, evaluated };
    const { get } = anApi({ sales: [aSale({ owner: { customerId: null }, benefit })] });
    const answer = await get('/v1/sales/sal_1').expect(200);
    const would = 'Ninguém foi identificado: a regra pagaria isto, e paga quando alguém assumir a venda';
    expect(answer.body).toMatchObject({
      customerId: null,
      earnedCents: 0,
      explanation: [{ ruleId: 'cashback-5', lines: ['5% de R$ 190,00 = R$ 9,50', would] }],
    });
    const owned = anApi({ sales: [aSale({ benefit: { evaluated } })] });
    expect((await owned.get('/v1/sales/sal_1').expect(200)).text).not.toContain('pagaria');
  });
});

describe('sales', () => {
  it('are found by channel and external id, in full', async () => {
    const answer = await anApi().get('/v1/sales?channel=bling&externalId=26737100001').expect(200);
    await expectContract(answer, 'get', '/v1/sales');
    expect(answer.body).toMatchObject({
      data: [{ id: 'sal_1', timeline: [{ event: 'received' }] }],
      next: null,
    });
  });

  it('are not found by an external id of another channel', async () => {
    const answer = await anApi().get('/v1/sales?channel=pos&externalId=26737100001').expect(404);
    expect(problemIn(answer).code).toBe('sale_not_found');
  });

  it('are listed newest first, page by page', async () => {
    const sales = [1, 2, 3].map((n) => aSale({ id: `sal_${n}`, createdAt: NOW + n }));
    const { get } = anApi({ sales });
    const first = await get('/v1/sales?limit=2').expect(200);
    await expectContract(first, 'get', '/v1/sales');
    const page = first.body as { data: { id: string }[]; next: string };
    expect(page.data.map(({ id }) => id)).toEqual(['sal_3', 'sal_2']);
    const second = await get(`/v1/sales?limit=2&before=${page.next}`).expect(200);
    expect(second.body).toMatchObject({ data: [{ id: 'sal_1' }], next: null });
  });

  it('say whose they are, by the name of today', async () => {
    const nobody = aSale({ id: 'sal_2', owner: { customerId: null }, createdAt: NOW + 1 });
    const { get } = anApi({ sales: [aSale(), nobody] });
    const answer = await get('/v1/sales').expect(200);
    expect(answer.body).toMatchObject({
      data: [{ customerId: null, customerName: null }, { customerName: 'Maria Exemplo' }],
    });
    expect((await get('/v1/sales/sal_1').expect(200)).body).toMatchObject({ customerName: 'Maria Exemplo' });
  });

  it('are listed for one customer', async () => {
    const { get } = anApi({ sales: [aSale(), aSale({ id: 'sal_2', owner: { customerId: 'cus_2' } })] });
    const answer = await get('/v1/sales?customerId=cus_2').expect(200);
    expect(answer.body).toMatchObject({ data: [{ id: 'sal_2' }] });
  });

  it.each([
    ['externalId=1', 'channel'],
    ['channel=whatsapp', 'channel'],
    ['limit=0', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['before=yesterday', 'before'],
    ['custmerId=cus_1', 'custmerId'],
  ])('refuse the query %s', async (query, field) => {
    const answer = await anApi().get(`/v1/sales?${query}`).expect(422);
    expect(problemIn(answer).errors?.map((error) => error.field)).toEqual([field]);
  });
});

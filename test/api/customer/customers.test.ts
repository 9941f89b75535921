import { describe, expect, it } from '@jest/globals';
import type { Customer, StatementLine } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import { aCustomer, aLot, anEntry, aRedemption, aSale, aWallet, MINE, MY_KEY, NOW } from '../builders';
import { aKeyCaller, aPersonCaller } from '../callers';
import { expectContract } from '../http/contract';

const DAY = 86_400_000;

describe('customers', () => {
  it('are found with what identifies them', async () => {
    const answer = await anApi().get('/v1/customers').query({ query: '(11) 98765-4321' }).expect(200);
    await expectContract(answer, 'get', '/v1/customers');
    expect(answer.body).toMatchObject({
      data: [{ id: 'cus_1', name: 'Maria Exemplo', phones: ['+5511987654321'] }],
    });
  });

  it('come page by page, at most 50 on one', async () => {
    const customers: Customer[] = Array.from({ length: 120 }, (_, n) => aCustomer({ id: `cus_${n}` }));
    const { get } = anApi({ customers });
    const ids: string[] = [];
    const sizes: number[] = [];
    for (let before: string | null = ''; before !== null;) {
      const query = { query: 'maria', ...(before === '' ? {} : { before }) };
      const answer = await get('/v1/customers').query(query).expect(200);
      await expectContract(answer, 'get', '/v1/customers');
      const { data, more, next } = answer.body as {
        data: { id: string }[];
        more: boolean;
        next: string | null;
      };
      expect(more).toBe(next !== null);
      ids.push(...data.map(({ id }) => id));
      sizes.push(data.length);
      before = next;
    }
    expect(sizes).toEqual([50, 50, 20]);
    expect(ids).toEqual(customers.map(({ id }) => id));
  });

  it.each([
    ['staff', aPersonCaller(MINE, 'staff')],
    ['a till', aKeyCaller(MINE, 'till', 'till')],
  ])('are not read off page by page by %s, who are told that there are others', async (_who, caller) => {
    const { get, holds } = anApi({
      customers: Array.from({ length: 51 }, (_, n) => aCustomer({ id: `cus_${n}` })),
    });
    const first = await get('/v1/customers?query=maria').expect(200);
    const { next } = first.body as { next: string };
    holds.keys.set(MY_KEY, caller);
    const answer = await get('/v1/customers?query=maria').expect(200);
    await expectContract(answer, 'get', '/v1/customers');
    expect(answer.body).toMatchObject({ more: true, next: null });
    const on = await get('/v1/customers').query({ query: 'maria', before: next }).expect(403);
    await expectContract(on, 'get', '/v1/customers');
    expect(problemIn(on)).toMatchObject({ code: 'forbidden', permission: 'customer.list' });
  });

  it.each(['limit=51', 'limit=0', 'before=', 'before=cus_1', 'before=2026-11-03T12:00:00.000Z_cus_1/all'])(
    'are not read on from what is no place, nor more at once: %s',
    async (asked) => {
      const answer = await anApi().get(`/v1/customers?query=maria&${asked}`).expect(422);
      expect(problemIn(answer).errors?.[0]?.field).toBe(asked.split('=')[0]);
    },
  );

  it.each(['/v1/customers', '/v1/customers?query=', '/v1/customers?query=%20'])(
    'are not searched for nothing: %s',
    async (path) => {
      const answer = await anApi().get(path).expect(422);
      expect(problemIn(answer).errors?.[0]?.field).toBe('query');
    },
  );

  it('are answered one by one', async () => {
    const { get } = anApi();
    await expectContract(await get('/v1/customers/cus_1').expect(200), 'get', '/v1/customers/{id}');
    expect(problemIn(await get('/v1/customers/cus_9').expect(404)).code).toBe('customer_not_found');
  });
});

describe('a wallet', () => {
  it('has exactly the members of the contract (R38, R39)', async () => {
    const lots = [
      aLot({
        id: 'a',
        buckets: { active: 950, reserved: 50 },
        expiresAt: Date.parse('2026-12-01T03:00:00Z'),
      }),
      aLot({ id: 'b', buckets: { pending: 1200 }, activatesAt: NOW + DAY }),
      aLot({
        id: 'c',
        type: 'points',
        buckets: { active: 70 },
        expiresAt: Date.parse('2026-12-01T03:00:00Z'),
      }),
      aLot({
        id: 'd',
        type: 'points',
        buckets: { active: 30 },
        expiresAt: Date.parse('2026-11-21T03:00:00Z'),
      }),
      aLot({ id: 'e', buckets: { active: 5 }, expiresAt: null }),
    ];
    const redemptions = [aRedemption({ amount: 50, draws: [{ lotId: 'a', amount: 50 }] })];
    const { get } = anApi({ wallets: new Map([['cus_1', { ...aWallet(...lots), redemptions }]]) });
    const answer = await get('/v1/customers/cus_1/wallet').expect(200);
    await expectContract(answer, 'get', '/v1/customers/{id}/wallet');
    expect(answer.body).toEqual({
      cashback: { activeCents: 955, pendingCents: 1200, reservedCents: 50, debtCents: 0 },
      points: { activePoints: 100, pendingPoints: 0, reservedPoints: 0, debtPoints: 0 },
      expirations: [
        { date: '2026-11-20', points: 30 },
        { date: '2026-11-30', cents: 950, points: 70 },
      ],
      vouchers: [],
    });
  });

  it('is as the clock has it: what has lapsed is not shown, however late the timers are (R1)', async () => {
    const lot = aLot({ buckets: { active: 950 }, expiresAt: NOW });
    const answer = await anApi({ wallets: new Map([['cus_1', aWallet(lot)]]) })
      .get('/v1/customers/cus_1/wallet')
      .expect(200);
    expect(answer.body).toMatchObject({ cashback: { activeCents: 0 }, expirations: [] });
  });
});

describe('a statement', () => {
  it('names the key that moved value, as it is called now; a revoked one has no name', async () => {
    const adjusted = (seq: number, keyId: string, operator?: string): StatementLine =>
      anEntry({
        ...{ seq, type: 'ADJUST_CREDIT', key: `adjust-credit/${seq}` },
        cause: { kind: 'person', keyId, reason: 'Brinde', ...(operator ? { operator } : {}) },
      });
    const entries = [adjusted(1, 'my-key'), adjusted(2, 'gone', 'caixa 1'), anEntry({ seq: 3 })];
    const answer = await anApi({ entries }).get('/v1/customers/cus_1/statement').expect(200);
    await expectContract(answer, 'get', '/v1/customers/{id}/statement');
    const { data } = answer.body as { data: { seq: number; key: unknown; operator: string | null }[] };
    expect(data.sort((a, b) => a.seq - b.seq).map(({ key, operator }) => [key, operator])).toEqual([
      [{ id: 'my-key', label: 'test' }, null],
      [{ id: 'gone', label: null }, 'caixa 1'],
      [null, null],
    ]);
  });

  const lotId = 'sal_1/cashback-5/cus_1/1';
  const entries = [
    anEntry(),
    anEntry({
      seq: 2,
      type: 'ACTIVATE',
      cause: { kind: 'clock' },
      moves: [{ lotId, from: 'pending', to: 'active', amount: 950 }],
    }),
    anEntry({
      seq: 3,
      type: 'RESERVE',
      cause: { kind: 'redemption', redemptionId: 'red_1' },
      moves: [{ lotId, from: 'active', to: 'reserved', amount: 300 }],
    }),
    anEntry({
      seq: 4,
      type: 'SPEND',
      cause: { kind: 'redemption', redemptionId: 'red_1', operator: 'caixa 1' },
      moves: [{ lotId, from: 'reserved', to: 'spent', amount: 300 }],
    }),
    anEntry({ seq: 5, type: 'DEBT_OPEN', moves: [], debt: 120 }),
  ];

  it('says in each line what happened and how each balance changed', async () => {
    const answer = await anApi({ entries }).get('/v1/customers/cus_1/statement').expect(200);
    await expectContract(answer, 'get', '/v1/customers/{id}/statement');
    const { data } = answer.body as { data: Record<string, unknown>[] };
    expect(data.map(({ seq, description, cashback }) => ({ seq, description, cashback }))).toEqual([
      {
        seq: 5,
        description: 'Saldo devedor aberto por um estorno: R$ 1,20 de cashback',
        cashback: changes(0, 0, 0, 120),
      },
      { seq: 4, description: 'Uso confirmado: R$ 3,00 de cashback', cashback: changes(0, 0, -300, 0) },
      {
        seq: 3,
        description: 'Reserva para um resgate: R$ 3,00 de cashback',
        cashback: changes(-300, 0, 300, 0),
      },
      { seq: 2, description: 'Liberação para uso: R$ 9,50 de cashback', cashback: changes(950, -950, 0, 0) },
      { seq: 1, description: 'Ganho na compra: R$ 9,50 de cashback', cashback: changes(0, 950, 0, 0) },
    ]);
    expect(data[1]).toMatchObject({ redemptionId: 'red_1', operator: 'caixa 1', saleId: null });
  });

  it('says through what the sale of a movement came', async () => {
    const answer = await anApi({ entries, sales: [aSale()] })
      .get('/v1/customers/cus_1/statement')
      .expect(200);
    const { data } = answer.body as { data: { type: string; channel: string | null }[] };
    expect(data.filter(({ channel }) => channel === 'bling').map(({ type }) => type)).toEqual([
      'DEBT_OPEN',
      'EARN_PENDING',
    ]);
    expect(data.filter(({ channel }) => channel === null)).toHaveLength(3);
  });

  it('is read page by page', async () => {
    const { get } = anApi({ entries });
    const first = await get('/v1/customers/cus_1/statement?limit=2').expect(200);
    expect(first.body).toMatchObject({ data: [{ seq: 5 }, { seq: 4 }], next: 4 });
    const last = await get('/v1/customers/cus_1/statement?limit=3&before=4').expect(200);
    expect(last.body).toMatchObject({ data: [{ seq: 3 }, { seq: 2 }, { seq: 1 }], next: null });
  });

  it('counts points in points', async () => {
    const points = anEntry({
      benefit: 'points',
      moves: [{ lotId, from: 'issued', to: 'pending', amount: 1 }],
    });
    const answer = await anApi({ entries: [points] })
      .get('/v1/customers/cus_1/statement')
      .expect(200);
    expect(answer.body).toMatchObject({
      data: [{ description: 'Ganho na compra: 1 ponto', points: { pendingPoints: 1 } }],
    });
  });

  it('counts vouchers in uses', async () => {
    const move = (seq: number, change: Parameters<typeof anEntry>[0]): ReturnType<typeof anEntry> =>
      anEntry({ seq, benefit: 'voucher', ...change });
    const uses = [
      move(1, { moves: [{ lotId, from: 'issued', to: 'pending', amount: 3 }] }),
      move(2, {
        type: 'RELEASE',
        cause: { kind: 'clock' },
        moves: [{ lotId, from: 'reserved', to: 'active', amount: 1 }],
      }),
      move(3, {
        type: 'ROLLBACK',
        cause: { kind: 'redemption' },
        moves: [{ lotId, from: 'spent', to: 'active', amount: 1 }],
      }),
    ];
    const answer = await anApi({ entries: uses }).get('/v1/customers/cus_1/statement').expect(200);
    await expectContract(answer, 'get', '/v1/customers/{id}/statement');
    expect(answer.body).toMatchObject({
      data: [
        { description: 'Resgate desfeito, vale devolvido: 1 vale', vouchers: { activeUses: 1 } },
        {
          description: 'Reserva vencida, vale devolvido: 1 vale',
          vouchers: { activeUses: 1, pendingUses: 0, reservedUses: -1 },
        },
        { description: 'Ganho na compra: 3 usos de um vale', vouchers: { pendingUses: 3 } },
      ],
    });
  });
});

function changes(
  activeCents: number,
  pendingCents: number,
  reservedCents: number,
  debtCents: number,
): object {
  return { activeCents, pendingCents, reservedCents, debtCents };
}

describe('PATCH /v1/customers/{id}', () => {
  it('puts a customer into segments, in place of those they were in', async () => {
    const { patch, holds } = anApi({ customers: [aCustomer({ segments: ['antigo'] })] });
    const answer = await patch('/v1/customers/cus_1', { segments: ['vip-ouro', 'São Paulo'] }).expect(200);
    await expectContract(answer, 'patch', '/v1/customers/{id}');
    expect(answer.body).toMatchObject({ id: 'cus_1', segments: ['vip-ouro', 'São Paulo'] });
    await patch('/v1/customers/cus_1', { segments: [] }).expect(200);
    expect(holds.customers[0]?.segments).toEqual([]);
  });

  it.each([
    [{}, 'body'],
    [{ segments: 'vip' }, 'segments'],
    [{ segments: [''] }, 'segments[0]'],
    [{ segments: ['a,b'] }, 'segments[0]'],
    [{ segments: ['x'.repeat(101)] }, 'segments[0]'],
    [{ segments: ['vip', 'vip'] }, 'segments'],
    [{ segments: Array.from({ length: 51 }, (_, index) => `s${index}`) }, 'segments'],
    [{ name: 'Ana' }, 'name'],
  ])('refuses %j', async (body, field) => {
    const answer = await anApi().patch('/v1/customers/cus_1', body).expect(422);
    expect(problemIn(answer).errors?.[0]?.field).toBe(field);
  });

  it('does not know another merchant’s customer', async () => {
    const { patch } = anApi({ customers: [aCustomer({ merchantId: 'mer_theirs' })] });
    expect(problemIn(await patch('/v1/customers/cus_1', { segments: [] }).expect(404)).code).toBe(
      'customer_not_found',
    );
  });
});

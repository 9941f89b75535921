import { describe, expect, it } from '@jest/globals';
import type { MovedSum } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE } from '../builders';
import { noReports } from '../fakes/reports';
import { expectContract } from '../http/contract';

const moved = (change: Pick<MovedSum, 'type' | 'from' | 'to' | 'amount'> & Partial<MovedSum>): MovedSum => ({
  month: '2026-10',
  benefit: 'cashback',
  storeId: null,
  channel: null,
  ...change,
});

const POS = { storeId: 'centro', channel: 'pos' } as const;
const held = { pending: 0, active: 0, reserved: 0, faceCents: 0, storeId: null, channel: null };

async function table({ get }: AnApi, path: string): Promise<string[][]> {
  const answer = await get(path).set('accept', 'text/csv').expect(200);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="\w+\.csv"$/);
  expect(answer.text.startsWith('\ufeff')).toBe(true);
  return answer.text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
}

describe('GET /v1/reports/liability', () => {
  const path = '/v1/reports/liability';
  const reports = noReports();
  reports.outstanding = [
    { ...held, month: null, type: 'cashback', active: 5 },
    { ...held, month: '2027-01', type: 'cashback', active: 900, pending: 40, reserved: 10 },
    { ...held, month: '2026-12', type: 'voucher', active: 2, faceCents: 4_000 },
  ];

  it('says what is owed, the soonest end first, and in all', async () => {
    const answer = await anApi({ reports }).get(path).expect(200);
    await expectContract(answer, 'get', path);
    expect(answer.body).toMatchObject({
      asOf: '2026-11-03T15:00:00.000Z',
      months: [{ month: '2026-12' }, { month: '2027-01' }, { month: null }],
      total: {
        cashback: { activeCents: 905, pendingCents: 40, reservedCents: 10 },
        vouchers: { activeUses: 2, faceCents: 4_000 },
      },
    });
  });

  it('is by store and channel as well where that is asked for, the stores by their names', async () => {
    const shops = [
      {
        ...{ id: 'str_1', merchantId: MINE, name: 'Centro', zone: 'America/Sao_Paulo' },
        ...{ channels: ['205'], documents: [], createdAt: new Date(0) },
      },
    ];
    const sources = noReports();
    sources.outstanding = [
      { ...held, month: '2027-01', type: 'cashback', active: 5, storeId: 'str_1', channel: 'bling' },
      { ...held, month: '2027-01', type: 'points', active: 2 },
      { ...held, month: '2026-12', type: 'cashback', active: 1, ...POS },
    ];
    const api = anApi({ reports: sources, shops });
    const answer = await api.get(`${path}?by=source`).expect(200);
    await expectContract(answer, 'get', path);
    expect(answer.body).toMatchObject({
      months: [
        { month: '2026-12', ...POS, storeName: null, cashback: { activeCents: 1 } },
        { month: '2027-01', storeId: 'str_1', storeName: 'Centro', cashback: { activeCents: 5 } },
        { month: '2027-01', storeId: null, channel: null, points: { active: 2 } },
      ],
      total: { cashback: { activeCents: 6 }, points: { active: 2 } },
    });
    expect(sources.asked.at(-1)).toEqual([
      ...['outstanding', MINE],
      { zone: 'America/Sao_Paulo', now: new Date('2026-11-03T15:00:00Z') },
      shops,
    ]);
    expect((await table(api, `${path}?by=source`))[2]!.slice(0, 4)).toEqual([
      '01/2027',
      'Centro',
      'Bling',
      '0,05',
    ]);
  });

  it('calls what names no store without a channel where it is of Bling, and without a store else', async () => {
    const nowhere = noReports();
    nowhere.outstanding = (
      [
        [null, 'bling'],
        ['0', 'bling'],
        ['0@con_1', 'bling'],
        [null, 'pos'],
        [null, null],
      ] as const
    ).map(([storeId, channel], n) => ({
      ...{ ...held, month: `2027-0${n + 1}`, type: 'cashback' as const, active: 5, storeId, channel },
    }));
    const rows = await table(anApi({ reports: nowhere }), `${path}?by=source`);
    expect(rows.slice(1, -1).map((row) => row.slice(1, 3))).toEqual([
      ['sem canal', 'Bling'],
      ['sem canal', 'Bling'],
      ['sem canal', 'Bling'],
      ['sem loja', 'Frente de caixa'],
      ['', ''],
    ]);
  });

  it('is a table for who asks for one, with the same rows', async () => {
    const rows = await table(anApi({ reports }), path);
    expect(rows.map(([first]) => first)).toEqual([
      ...['vence no mês', '12/2026', '01/2027', 'sem vencimento', 'total'],
    ]);
    expect(rows[4]).toEqual([
      'total',
      '',
      '',
      '9,05',
      '0,40',
      '0,10',
      '0',
      '0',
      '0',
      '2',
      '0',
      '0',
      '40,00',
      '03/11/2026 12:00',
    ]);
    expect(rows[0]!.at(-1)).toBe('dados até (America/Sao_Paulo)');
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });
});

describe('GET /v1/reports/activity', () => {
  const path = '/v1/reports/activity';

  it('has each move in one column, so that nothing is left over', async () => {
    const reports = noReports();
    reports.activity = {
      moved: [
        moved({ type: 'EARN_PENDING', from: 'issued', to: 'pending', amount: 900 }),
        moved({ type: 'ADJUST_CREDIT', from: 'issued', to: 'active', amount: 50 }),
        moved({ type: 'SPEND', from: 'reserved', to: 'spent', amount: 300 }),
        moved({ type: 'ROLLBACK', from: 'spent', to: 'active', amount: 100 }),
        moved({ type: 'EXTEND', from: 'active', to: 'active', amount: 30 }),
        moved({ type: 'EXPIRE', from: 'active', to: 'expired', amount: 40 }),
        moved({ type: 'CLAWBACK', from: 'active', to: 'reversed', amount: 60 }),
        moved({ type: 'ADJUST_DEBIT', from: 'active', to: 'reversed', amount: 10 }),
        moved({ type: 'EARN_PENDING', from: 'issued', to: 'pending', amount: 7, month: '2026-11' }),
      ],
      debts: [{ month: '2026-11', benefit: 'cashback', opened: 20, settled: 5 }],
    };
    const answer = await anApi({ reports }).get(path).expect(200);
    await expectContract(answer, 'get', path);
    expect(answer.body).toMatchObject({
      ...{ from: '2025-11-04', until: '2026-11-03', timezone: 'America/Sao_Paulo' },
      rows: [
        {
          month: '2026-10',
          cashbackCents: {
            ...{ granted: 900, credited: 50, used: 200, expired: 40, extended: 30 },
            ...{ takenBack: 60, debited: 10, net: 640 },
          },
        },
        { month: '2026-11', cashbackCents: { granted: 7, net: 7 } },
      ],
      total: { cashbackCents: { net: 647 } },
      debt: [{ month: '2026-11', openedCents: 20, settledCents: 5, openedPoints: 0 }],
    });
    const rows = await table(anApi({ reports }), path);
    expect(rows).toHaveLength(4);
    expect(rows[3]!.slice(0, 11)).toEqual([
      ...['total', '', '', '9,07', '0,50', '2,00', '0,40', '0,30', '0,60', '0,10', '6,47'],
    ]);
  });

  it('is by store and channel where that is asked for, and no store’s name is taken for a formula', async () => {
    const reports = noReports();
    const grant = { type: 'EARN_PENDING', from: 'issued', to: 'pending', amount: 1 } as const;
    reports.activity.moved = [
      moved({ ...grant, storeId: '=1+1', channel: 'pos' }),
      moved({ ...grant, storeId: 'a;"b"', channel: 'bling' }),
    ];
    const api = anApi({ reports });
    const answer = await api.get(`${path}?by=source&from=2026-10-01&until=2026-10-31`).expect(200);
    expect((answer.body as { rows: object[] }).rows).toHaveLength(2);
    expect(reports.asked.at(-1)).toEqual([
      ...['activity', MINE],
      {
        from: new Date('2026-10-01T03:00:00Z'),
        end: new Date('2026-11-01T03:00:00Z'),
        zone: 'America/Sao_Paulo',
      },
      [],
    ]);
    const { text } = await api.get(path).set('accept', 'text/csv').expect(200);
    expect(text).toContain(`10/2026;'=1+1;Frente de caixa;0,01`);
    expect(text).toContain('10/2026;"a;""b""";Bling;0,01');
  });

  it.each([
    ['until=2026-11-04', 'until'],
    ['from=2026-05-02&until=2026-05-01', 'from'],
    ['from=2023-01-01', 'from'],
    ['by=customer', 'by'],
  ])('refuses %s', async (query, field) => {
    const problem = problemIn(await anApi().get(`${path}?${query}`).expect(422));
    expect(problem.errors?.map((error) => error.field)).toEqual([field]);
  });
});

describe('GET /v1/reports/returning', () => {
  const path = '/v1/reports/returning';

  it('says how many come back, and how much is used of what was given', async () => {
    const reports = noReports();
    reports.returning = {
      ...{ customers: 3, repeatCustomers: 1, purchases: 4 },
      ...{ totalCents: 40_000, repeatTotalCents: 20_000 },
    };
    reports.activity.moved = [
      moved({ type: 'EARN_PENDING', from: 'issued', to: 'pending', amount: 900 }),
      moved({ type: 'SPEND', from: 'reserved', to: 'spent', amount: 300 }),
    ];
    const answer = await anApi({ reports }).get(path).expect(200);
    await expectContract(answer, 'get', path);
    expect(answer.body).toMatchObject({
      ...{ customers: 3, repeatCustomers: 1, repeatRateBps: 3_333, redemptionRateBps: 3_333 },
      ...{ grantedCents: 900, usedCents: 300, pointsRedemptionRateBps: null },
    });
    const rows = await table(anApi({ reports }), path);
    expect(rows).toHaveLength(2);
    expect(rows[1]!.slice(0, 7)).toEqual(['04/11/2025', '03/11/2026', '', '', '3', '1', '33,33']);
  });

  it('says it of each store and channel, and in all, where that is asked for', async () => {
    const reports = noReports();
    const bought = {
      ...{ customers: 2, repeatCustomers: 1, purchases: 3 },
      ...{ totalCents: 30_000, repeatTotalCents: 20_000 },
    };
    reports.returning = { ...bought, customers: 3 };
    reports.returningBySource = [{ ...bought, storeId: 'centro', channel: 'pos' }];
    const use = { type: 'SPEND', from: 'reserved', to: 'spent', amount: 300 } as const;
    reports.activity.moved = [
      moved({ type: 'EARN_PENDING', from: 'issued', to: 'pending', amount: 600, ...POS }),
      moved({ ...use, ...POS }),
      moved({ ...use, amount: 50, storeId: null, channel: 'ecommerce' }),
    ];
    const api = anApi({ reports });
    const answer = await api.get(`${path}?by=source`).expect(200);
    await expectContract(answer, 'get', path);
    expect(answer.body).toMatchObject({
      ...{ customers: 3, usedCents: 350 },
      rows: [
        { ...POS, storeName: null, customers: 2, repeatRateBps: 5_000, redemptionRateBps: 5_000 },
        { storeId: null, channel: 'ecommerce', customers: 0, repeatRateBps: null, usedCents: 50 },
      ],
    });
    const rows = await table(api, `${path}?by=source`);
    expect(rows.slice(1).map((line) => line.slice(2, 5))).toEqual([
      ['centro', 'Frente de caixa', '2'],
      ['sem loja', 'Loja virtual', '0'],
      ['', '', '3'],
    ]);
  });

  it('divides by nothing where nobody bought', async () => {
    const answer = await anApi().get(path).expect(200);
    expect(answer.body).toMatchObject({ repeatRateBps: null, redemptionRateBps: null });
  });
});

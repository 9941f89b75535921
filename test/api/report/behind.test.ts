import { describe, expect, it } from '@jest/globals';
import type { CountedEntry, HeldLot } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import { aCustomer, MINE } from '../builders';
import { noReports } from '../fakes/reports';
import { expectContract } from '../http/contract';

const AT = new Date('2026-11-02T12:00:00Z');
const SALE = 'sal_7h2k9m4q8r5t6v3w1x0y';

const entry = (change: Partial<CountedEntry> = {}): CountedEntry => ({
  key: `earn/${SALE}/base/1`,
  type: 'EARN_PENDING',
  customerId: 'cus_1',
  cause: { kind: 'sale', saleId: SALE },
  saleIds: [SALE],
  at: AT,
  amount: 950,
  ...change,
});

describe('GET /v1/reports/movements', () => {
  const path = '/v1/reports/movements';

  it('lists what a figure counts, with whose it is and of which sale, and goes on from where it stopped', async () => {
    const reports = noReports();
    const redeemed = { kind: 'redemption', redemptionId: 'red_1' } as const;
    reports.movements = [
      entry(),
      entry({ key: 'spend/red_1', cause: redeemed, saleIds: ['sal_1', 'sal_2'], amount: -1 }),
      entry({ key: 'rollback/red_1', amount: 0 }),
    ];
    const api = anApi({ reports, customers: [aCustomer({ id: 'cus_1', name: 'Ana Souza' })] });
    const query = 'flow=granted&from=2026-11-01&until=2026-11-02&limit=3';
    const answer = await api.get(`${path}?${query}`).expect(200);
    await expectContract(answer, 'get', path);
    expect(answer.body).toMatchObject({
      data: [
        { id: `earn/${SALE}/base/1`, customerName: 'Ana Souza', saleId: SALE, amount: 950 },
        { saleId: null, amount: -1 },
      ],
      next: `${AT.toISOString()}_rollback/red_1`,
    });
    const { next } = answer.body as { next: string };
    await api.get(`${path}?${query}&benefit=points&before=${encodeURIComponent(next)}`).expect(200);
    expect(reports.asked.at(-1)).toEqual([
      ...['movements', MINE],
      {
        ...{ flow: 'granted', benefit: 'points', limit: 3, before: AT, beforeId: 'rollback/red_1' },
        ...{ from: new Date('2026-11-01T03:00:00Z'), end: new Date('2026-11-03T03:00:00Z') },
      },
    ]);
  });

  it('asks for those of a store, by whichever of its names, and of a channel; and for those of none', async () => {
    const reports = noReports();
    const named = { name: 'Centro', zone: 'America/Sao_Paulo', channels: ['205'], documents: [] };
    const shop = { id: 'str_centro', merchantId: MINE, ...named, createdAt: AT };
    const api = anApi({ reports, shops: [shop] });
    for (const [query, source] of [
      ['storeId=205&channel=pos', { storeId: 'str_centro', channel: 'pos' }],
      ['storeId=praia', { storeId: 'praia' }],
      ['storeId=none&channel=none', { storeId: null, channel: null }],
    ] as const) {
      await api.get(`${path}?flow=used&${query}`).expect(200);
      expect(reports.asked.at(-1)).toMatchObject(['movements', MINE, { source }]);
    }
    await api.get(`${path}?flow=used&channel=x`).expect(422);
  });

  it.each(['', 'flow=net', 'flow=used&benefit=cents', 'flow=used&before=x', 'flow=used&until=2030-01-01'])(
    'refuses "%s"',
    async (query) => {
      expect(problemIn(await anApi().get(`${path}?${query}`).expect(422)).code).toBe('invalid_request');
    },
  );
});

describe('GET /v1/reports/lots', () => {
  const path = '/v1/reports/lots';
  const lot = (change: Partial<HeldLot> = {}): HeldLot => ({
    ...{ id: `${SALE}/base/1`, customerId: 'cus_1', type: 'cashback', saleId: SALE, amount: 950 },
    expiresAt: new Date('2027-02-01T03:00:00Z'),
    ...change,
  });

  it('lists what is owed, by its last day, and asks for the month of that clock', async () => {
    const reports = noReports();
    reports.lots = [lot({ expiresAt: null }), lot()];
    const api = anApi({ reports });
    const answer = await api.get(`${path}?state=pending&month=2027-01&limit=2`).expect(200);
    await expectContract(answer, 'get', path);
    expect(answer.body).toMatchObject({
      data: [
        { lastDay: null, customerName: 'Maria Exemplo' },
        { lastDay: '2027-01-31', saleId: SALE, amount: 950 },
      ],
      next: `2027-02-01T03:00:00.000Z_${SALE}/base/1`,
    });
    const ends = { from: new Date('2027-01-01T03:00:00Z'), until: new Date('2027-02-01T03:00:00Z') };
    expect(reports.asked.at(-1)).toMatchObject(['lots', MINE, { state: 'pending', ends }]);
    await api.get(`${path}?lastDay=2026-11-09&month=never&storeId=none`).expect(200);
    const day = { from: new Date('2026-11-09T03:00:00Z'), until: new Date('2026-11-10T03:00:00Z') };
    expect(reports.asked.at(-1)).toMatchObject(['lots', MINE, { ends: day, source: { storeId: null } }]);
    reports.lots = [lot({ expiresAt: null })];
    const never = await api.get(`${path}?month=never&limit=1`).expect(200);
    expect(never.body).toMatchObject({ next: `1970-01-01T00:00:00.000Z_${SALE}/base/1` });
    expect(reports.asked.at(-1)).toMatchObject(['lots', MINE, { state: 'active', ends: 'never' }]);
  });

  it.each(['month=2027-13', 'state=spent', 'before=2027'])('refuses "%s"', async (query) => {
    expect(problemIn(await anApi().get(`${path}?${query}`).expect(422)).code).toBe('invalid_request');
  });
});

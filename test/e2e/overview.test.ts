import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/loyalty';
import { anEventfulShop, EVENTFUL_PROGRAM } from './eventful-shop';
import { openHouse } from './house';
import type { House } from './house';

interface Amounts {
  cents: number;
  points: number;
  voucherUses: number;
}

interface Overview {
  day: string;
  timezone: string;
  programVersion: number;
  needs: Record<
    'reviews' | 'alerts' | 'unidentifiedSales' | 'refusedSales' | 'lateSales',
    { count: number }
  > & {
    connections: object[];
  };
  today: {
    sales: { count: number; totalCents: number; cancelled: number };
    granted: Amounts;
    used: Amounts;
  };
  ending: { date: string; cents: number; points: number }[];
}

let house: House;
beforeAll(async () => {
  const expiry = { after: 'P20D' };
  house = await openHouse({ program: { ...EVENTFUL_PROGRAM, expiry } });
  await anEventfulShop(house);
});
afterAll(() => house.close());

const read = async <T>(path: string): Promise<T> => (await house.tenant.api.get<T>(path)).expect(200).body;

describe('the first page', () => {
  it('counts what needs somebody, as the lists have it', async () => {
    const { needs, programVersion } = await read<Overview>('/v1/overview');
    const reviews = await read<{ data: object[] }>('/v1/reviews?limit=100');
    const alerts = await read<{ data: object[] }>('/v1/alerts?limit=100');
    expect(programVersion).toBe(2);
    expect(needs.reviews.count).toBe(reviews.data.length);
    expect(needs.alerts.count).toBe(alerts.data.length);
    expect([needs.reviews.count, needs.alerts.count].every((count) => count > 0)).toBe(true);
    expect(needs).toMatchObject({
      unidentifiedSales: { count: 0 },
      lateSales: { count: 0 },
      connections: [],
    });
  });

  it('sums today as the sales and the ledger have it', async () => {
    const { today, ending, day, timezone } = await read<Overview>('/v1/overview');
    const sales = await house.store.sales.list(house.tenant.merchantId, { limit: 100 });
    const counted = sales.filter(
      ({ benefit: { status }, content: { soldAt } }) =>
        !['waiting', 'cancelled', 'refused', 'in_review', 'duplicate'].includes(status) &&
        localDate(soldAt!, timezone) === day,
    );
    expect(today.sales).toMatchObject({
      count: counted.length,
      totalCents: counted.reduce((sum, { content }) => sum + content.totalCents, 0),
    });
    const { rows } = await read<{ rows: { cashbackCents: { granted: number; used: number } }[] }>(
      '/v1/reports/activity',
    );
    const sum = (of: 'granted' | 'used'): number =>
      rows.reduce((total, { cashbackCents }) => total + cashbackCents[of], 0);
    expect([today.granted.cents, today.used.cents]).toEqual([sum('granted'), sum('used')]);
    expect(today.used.cents).toBeGreaterThan(0);
    const { total } = await read<{ total: { cashback: { activeCents: number } } }>('/v1/reports/liability');
    const ends = ending.reduce((all, { cents }) => all + cents, 0);
    expect(ends).toBeGreaterThan(0);
    expect(ends).toBeLessThanOrEqual(total.cashback.activeCents);
  });

  it('is as calm for another merchant as nothing can make it', async () => {
    const { merchantId } = await house.store.merchants.create('Outra', new Date());
    const key = await house.store.merchants.createKey(merchantId, 'outra', new Date());
    const headers = { authorization: `Bearer ${key}` };
    const other = (await (await fetch(`${house.url}/v1/overview`, { headers })).json()) as Overview;
    expect(other.needs.reviews.count + other.needs.alerts.count + other.today.sales.count).toBe(0);
  });
});

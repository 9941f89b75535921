import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { aCounterSale } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger } from './shop';
import { toTheEnd } from './to-the-end';
import { until } from './until';

let house: House;
beforeAll(async () => {
  house = await openHouse({
    program: aProgram({
      earning: {
        rules: [
          {
            id: 'campanha',
            grant: { type: 'cashback', rateBps: 1_000 },
            when: { stores: ['campanha'] },
            budgetCents: 20_000,
          },
        ],
      },
      messages: {},
    }),
  });
});
afterAll(() => house.close());

describe('a campaign with a budget', () => {
  it('gives to 100 parallel sales exactly its budget (R15)', async () => {
    const { api, merchantId } = house.tenant;
    const posted = await Promise.all(
      Array.from({ length: 100 }, (_, n) => {
        const sale = aCounterSale('campanha', { totalCents: 3_337 + 13 * n });
        return toTheEnd((key) => api.post<CounterSale & { code?: string }>('/v1/sales', sale, key));
      }),
    );
    const ids = new Set(posted.map((answer) => answer.expect(201).body.id));
    const settled = await until('all of them to be settled', async () => {
      const { body } = await api.get<{ data: CounterSale[] }>('/v1/sales?channel=pos&limit=100');
      const ours = body.data.filter(({ id }) => ids.has(id));
      return ours.every(({ status }) => status === 'active' || status === 'no_benefit') && ours;
    });
    expect(settled).toHaveLength(100);
    expect(settled.reduce((sum, { earnedCents }) => sum + earnedCents, 0)).toBe(20_000);
    const lots = await Promise.all(settled.map(({ id }) => house.store.ledger.grantsOfSale(merchantId, id)));
    expect(lots.flat().reduce((sum, { granted, taken }) => sum + granted - taken, 0)).toBe(20_000);
    await verifyLedger(house.tenant);
  });
});

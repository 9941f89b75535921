import { describe, expect, it } from '@jest/globals';
import { playHistory } from '../../../src/loyalty';

/*
 * Goods taken back in exchange (R53), played: a negative line in a sale. Returns stay returns.
 */

const program = {
  name: 'C',
  earning: {
    combine: 'stack',
    rules: [
      { id: 'cb', grant: { type: 'cashback', rateBps: 1000 }, bonusCents: 50 },
      { id: 'vale', grant: { type: 'voucher', template: 'dez' } },
    ],
  },
  vouchers: { dez: { discount: { type: 'amount', cents: 1000 } } },
};

const sold = (totalCents: number, prices: number[], change: object = {}): object => ({
  at: '2026-11-10T13:00:00Z',
  do: 'complete',
  sale: {
    ...{ id: 's1', customerId: 'ana', channel: 'pos', soldAt: '2026-11-10T13:00:00Z', totalCents },
    items: prices.map((price, index) => ({ sku: `p${index}`, totalCents: price })),
    ...change,
  },
});

function played(...events: object[]) {
  return playedBy(program, ...events);
}

function playedBy(rules: object, ...events: object[]) {
  const { results, wallets, problems } = playHistory({ program: rules, events });
  expect(problems).toEqual([]);
  const { cashback, vouchers } = wallets.ana!;
  return { results, activeCents: cashback.activeCents, vouchers: vouchers.map(({ state }) => state) };
}

describe('an exchange, played (R53)', () => {
  it('lowers the goods value by what came back in it', () => {
    expect(played(sold(7_000, [10_000, -3_000]))).toMatchObject({ activeCents: 750, vouchers: ['active'] });
  });

  it('earns nothing, neither bonus nor voucher, where the goods are below zero', () => {
    expect(played(sold(-2_000, [1_000, -3_000]))).toMatchObject({
      ...{ results: [{ ok: true, deserved: [] }], activeCents: 0, vouchers: [] },
    });
    expect(played(sold(-2_000, [1_000, -3_000], { freightCents: 500 }))).toMatchObject({ activeCents: 0 });
  });

  it('earns nothing by the freight or the expenses either, where the goods are below zero and the program counts these', () => {
    const base = { includeFreight: true, includeOtherExpenses: true };
    const counting = { ...program, earning: { ...program.earning, base } };
    for (const extra of ['freightCents', 'otherExpensesCents'])
      expect(playedBy(counting, sold(300, [1_000, -1_500], { [extra]: 800 }))).toMatchObject({
        ...{ results: [{ ok: true, deserved: [] }], activeCents: 0, vouchers: [] },
      });
    expect(playedBy(counting, sold(1_300, [1_000, -500], { freightCents: 800 }))).toMatchObject({
      ...{ activeCents: 180, vouchers: ['active'] },
    });
  });

  it('takes back what the sale had earned where it is told as one later, and gives it again', () => {
    const later = played(sold(10_000, [10_000]), sold(-2_000, [10_000, -12_000]));
    expect(later).toMatchObject({ activeCents: 0 });
    expect(
      played(sold(10_000, [10_000]), sold(-2_000, [10_000, -12_000]), sold(10_000, [10_000])).activeCents,
    ).toBe(1_050);
  });

  it('can have no more come back than it is worth: of less than nothing, nothing', () => {
    const back = { at: '2026-11-11T13:00:00Z', do: 'return', saleId: 's1', amountCents: 1 };
    expect(played(sold(-2_000, [1_000, -3_000]), back).results[1]).toEqual({
      code: 'invalid_request',
      returnableCents: 0,
    });
  });

  it('is the only sale whose total may be negative', () => {
    expect(playHistory({ program, events: [sold(-2_000, [1_000])] }).results).toMatchObject([
      { code: 'invalid_request' },
    ]);
  });
});

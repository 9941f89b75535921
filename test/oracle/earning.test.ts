import { describe } from '@jest/globals';
import { complete, fivePercent, history, program, spend } from './builders';
import { checkAll } from './scenario';
import type { ProgramInput, Rule } from './model/input';

const points: Rule = { id: 'pt', grant: { type: 'points', points: 1, perCents: 100 } };
const rule = (more: Partial<Rule>): Rule => ({ ...fivePercent, ...more });
const when = (conditions: Rule['when']): ProgramInput => program([rule({ when: conditions })]);
const base = (settings: ProgramInput['earning']['base'], rules = [fivePercent]): ProgramInput =>
  program(rules, { earning: { rules, base: settings } });
const combined = (combine: 'best' | 'first' | 'stack', ...rules: Rule[]): ProgramInput =>
  program(rules, { earning: { rules, combine } });
const full = (id: string, skus: string[]): Rule => ({
  id,
  grant: { type: 'cashback', rateBps: 10_000 },
  when: { skus },
});
const thirds = [
  { sku: 'a', totalCents: 3333 },
  { sku: 'b', totalCents: 3333 },
  { sku: 'c', totalCents: 3334 },
];

describe('What a sale earns, worked out by hand', () => {
  checkAll([
    [
      'is the rate of the goods (R12)',
      history(program([fivePercent]), ['10', complete()]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'is rounded down once, after multiplier and bonus: 3,333 × 3.33 % × 1.5 + 1 = 167.48 (R12)',
      history(
        program([rule({ grant: { type: 'cashback', rateBps: 333 }, multiplierMilli: 1500, bonusCents: 1 })]),
        ['10', complete({ totalCents: 3333 })],
      ),
      { cashback: [167, 0, 0, 0] },
    ],
    [
      'leaves freight and other expenses out unless the program says otherwise (R8, R40)',
      history(program([fivePercent]), [
        '10',
        complete({ totalCents: 12_000, freightCents: 1500, otherExpensesCents: 500 }),
      ]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'counts freight where the base includes it (R8)',
      history(base({ includeFreight: true }), [
        '10',
        complete({ totalCents: 12_000, freightCents: 1500, otherExpensesCents: 500 }),
      ]),
      { cashback: [575, 0, 0, 0] },
    ],
    [
      'is nothing on a base of 0, whatever the bonus (R8)',
      history(program([rule({ bonusCents: 500 })]), ['10', complete({ totalCents: 0 })]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'leaves out what was paid with benefit: 500 − 300 + 5 % of 9,700 (R9)',
      history(
        program([fivePercent]),
        ['10', complete({ id: 's0' })],
        ['10', spend('r1', 300, 's1')],
        ['11', complete()],
      ),
      { cashback: [685, 0, 0, 0] },
    ],
    [
      "counts benefit only beyond the order's own discount: 500 − 300 + 5 % of 9,800 (R9)",
      history(
        program([fivePercent]),
        ['10', complete({ id: 's0' })],
        ['10', spend('r1', 300, 's1')],
        ['11', complete({ discountCents: 100 })],
      ),
      { cashback: [690, 0, 0, 0] },
    ],
    [
      'is looked at again when benefit is confirmed on the sale (R9)',
      history(
        program([fivePercent]),
        ['10', complete({ id: 's0' })],
        ['10', complete({ number: '77' })],
        ['11', spend('r1', 300, '77')],
      ),
      { cashback: [685, 0, 0, 0] },
    ],
    [
      'is looked at again when benefit is rolled back (R9)',
      history(
        program([fivePercent]),
        ['10', complete({ id: 's0' })],
        ['10', complete({ externalId: 'x1' })],
        ['11', spend('r1', 300, 'x1')],
        ['11', { do: 'rollback', id: 'r1' }],
      ),
      { cashback: [1000, 0, 0, 0] },
    ],
    [
      'is nothing once benefit was spent on the sale, if the program says so (R10)',
      history(
        base({ earnOnRedeemed: false }),
        ['10', complete({ id: 's0' })],
        ['10', complete()],
        ['11', spend('r1', 300, 's1')],
      ),
      { cashback: [200, 0, 0, 0] },
    ],
    [
      'is of the matching lines only, the odd cent to the largest remainder: 333, 333, 334 of 1,000 (R8)',
      history(program([full('c', ['c'])]), ['10', complete({ totalCents: 1000, items: thirds })]),
      { cashback: [334, 0, 0, 0] },
    ],
    [
      'gives the odd cent of equal lines to the earlier: 3 split in 2 and 1 (R8)',
      history(program([full('a', ['a'])]), [
        '10',
        complete({
          totalCents: 3,
          items: [
            { sku: 'a', totalCents: 1 },
            { sku: 'b', totalCents: 1 },
          ],
        }),
      ]),
      { cashback: [2, 0, 0, 0] },
    ],
    [
      'compares the minimum with the total, freight in, inclusive (R11)',
      history(when({ minSaleCents: 10_000, maxSaleCents: 10_000 }), ['10', complete({ freightCents: 2000 })]),
      { cashback: [400, 0, 0, 0] },
    ],
    [
      'is nothing one cent below the minimum (R11)',
      history(when({ minSaleCents: 10_001 }), ['10', complete()]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'takes the weekday in the local zone: Wednesday 02:30 UTC is Tuesday in São Paulo (R7)',
      history(when({ weekdays: [2] }), ['12', complete({ soldAt: '2026-03-11T02:30:00Z' })]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'includes the last local date of a campaign to its end (R7)',
      history(when({ until: '2026-03-10' }), ['12', complete({ soldAt: '2026-03-11T02:59:59.999Z' })]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'is over at the start of the next local date (R7)',
      history(when({ until: '2026-03-10' }), ['12', complete({ soldAt: '2026-03-11T03:00:00Z' })]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'is nothing for a sale without a store where stores are asked for (R7)',
      history(
        when({ stores: ['centro'] }),
        ['10', complete()],
        ['10', complete({ id: 's2', storeId: 'centro' })],
      ),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'is cut by the monthly cap, by local month of the sale: 500 + 200, and 500 in April (R14)',
      history(
        program([rule({ capPerCustomerPerMonthCents: 700 })]),
        ['10', complete()],
        ['11', complete({ id: 's2' })],
        ['2026-04-10T13:00:00Z', complete({ id: 's3', soldAt: '2026-04-01T03:00:00Z' })],
      ),
      { cashback: [1200, 0, 0, 0] },
    ],
    [
      'is not raised when room in the month appears (R14)',
      history(
        program([rule({ capPerCustomerPerMonthCents: 700 })]),
        ['10', complete()],
        ['11', complete({ id: 's2' })],
        ['12', { do: 'cancel', saleId: 's1' }],
      ),
      { cashback: [200, 0, 0, 0] },
    ],
    [
      'uses the room in the month when the sale itself changes (R14)',
      history(
        program([rule({ capPerCustomerPerMonthCents: 700 })]),
        ['10', complete()],
        ['11', complete({ id: 's2' })],
        ['12', { do: 'cancel', saleId: 's1' }],
        ['13', complete({ id: 's2', totalCents: 12_000 })],
      ),
      { cashback: [600, 0, 0, 0] },
    ],
    [
      'is cut by the budget over all customers: bia gets 300 of 800 (R15)',
      history(
        program([rule({ budgetCents: 800 })]),
        ['10', complete()],
        ['11', complete({ id: 's2', customerId: 'bia' })],
      ),
      { customer: 'bia', cashback: [300, 0, 0, 0] },
    ],
    [
      'does not get budget back from expiry (R15)',
      history(
        program([rule({ budgetCents: 800 })], { expiry: { after: 'P1D' } }),
        ['10', complete()],
        ['15', complete({ id: 's2' })],
      ),
      { cashback: [300, 0, 0, 0], ends: ['2026-03-16 300'] },
    ],
    [
      'is the best rule after caps: 5 % beats 10 % capped at 300 (R16)',
      history(
        combined(
          'best',
          rule({ id: 'a', grant: { type: 'cashback', rateBps: 1000 }, capPerSaleCents: 300 }),
          fivePercent,
        ),
        ['10', complete()],
      ),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'passes over a first rule that would pay 0: 0.5 of a cent (R16)',
      history(
        combined(
          'first',
          rule({ id: 'a', grant: { type: 'cashback', rateBps: 1 }, priority: 1 }),
          fivePercent,
        ),
        ['10', complete({ totalCents: 5000 })],
      ),
      { cashback: [250, 0, 0, 0] },
    ],
    [
      'takes rules without a priority last (R16)',
      history(combined('first', rule({ id: 'a', bonusCents: 1 }), rule({ priority: 9 })), ['10', complete()]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'adds stacked rules up, each rounded by itself: 1.665 twice is 2 (R16)',
      history(
        combined(
          'stack',
          rule({ id: 'a', grant: { type: 'cashback', rateBps: 333 } }),
          rule({ id: 'b', grant: { type: 'cashback', rateBps: 333 } }),
        ),
        ['10', complete({ totalCents: 50 })],
      ),
      { cashback: [2, 0, 0, 0] },
    ],
    [
      'is chosen within each benefit type (R16)',
      history(combined('best', fivePercent, points), ['10', complete()]),
      { cashback: [500, 0, 0, 0], points: [100, 0, 0, 0] },
    ],
    [
      'counts a first purchase once, and keeps it pinned when the sale changes (R17)',
      history(
        when({ firstPurchase: true }),
        ['10', complete()],
        ['11', complete({ id: 's2' })],
        ['12', complete({ totalCents: 20_000 })],
      ),
      { cashback: [1000, 0, 0, 0] },
    ],
    [
      'looks at the segments of the first calculation only (R17)',
      history(
        when({ segment: 'vip' }),
        ['10', complete({}, ['vip'])],
        ['11', complete({ id: 's2' }, [])],
        ['12', complete({ totalCents: 20_000 }, [])],
        ['13', complete({ id: 's2', totalCents: 20_000 }, ['vip'])],
      ),
      { cashback: [1000, 0, 0, 0] },
    ],
    [
      'follows the version that was current when the sale was first completed (R18)',
      history(
        program([fivePercent]),
        ['10', complete()],
        ['11', { do: 'publish', program: program([rule({ grant: { type: 'cashback', rateBps: 1000 } })]) }],
        ['12', complete({ totalCents: 20_000 })],
        ['12', complete({ id: 's2' })],
      ),
      { cashback: [2000, 0, 0, 0] },
    ],
  ]);
});

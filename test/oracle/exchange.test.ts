import { describe } from '@jest/globals';
import { complete, history, program } from './builders';
import { checkAll } from './scenario';
import type { Rule } from './model/input';

const tenPercent: Rule = { id: 'cb', grant: { type: 'cashback', rateBps: 1000 } };
const ofShirts: Rule = { ...tenPercent, when: { skus: ['shirt'] } };
const line = (sku: string, totalCents: number): { sku: string; totalCents: number } => ({ sku, totalCents });

describe('Goods taken back in exchange (R53), worked out by hand', () => {
  checkAll([
    [
      'lower the goods value',
      history(program([tenPercent]), [
        '10',
        complete({ totalCents: 7_000, items: [line('shirt', 10_000), line('cap', -3_000)] }),
      ]),
      { cashback: [700, 0, 0, 0] },
    ],
    [
      'may be worth more than what is bought: goods below zero earn nothing',
      history(program([tenPercent]), [
        '10',
        complete({ totalCents: -2_000, items: [line('shirt', 1_000), line('cap', -3_000)] }),
      ]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'of the rule’s own product leave nothing of it: one shirt for another, and a cap for 50.00',
      history(program([ofShirts]), [
        '10',
        complete({
          totalCents: 5_000,
          items: [line('shirt', 10_000), line('shirt', -10_000), line('cap', 5_000)],
        }),
      ]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'of another product lower all lines alike: 120.00 over 100 and 50',
      history(program([ofShirts]), [
        '10',
        complete({
          totalCents: 12_000,
          items: [line('shirt', 10_000), line('cap', 5_000), line('sock', -3_000)],
        }),
      ]),
      { cashback: [800, 0, 0, 0] },
    ],
    [
      'with expenses that lower the total, which are out of the base unless the program says otherwise (R8)',
      history(program([tenPercent]), ['10', complete({ totalCents: 9_000, otherExpensesCents: -1_000 })]),
      { cashback: [1_000, 0, 0, 0] },
    ],
    [
      'and come back wholly by their goods value, be it more than the total (R21)',
      history(
        program([tenPercent]),
        ['10', complete({ totalCents: 9_000, otherExpensesCents: -1_000 })],
        ['11', { do: 'return', saleId: 's1', amountCents: 10_000 }],
      ),
      { cashback: [0, 0, 0, 0] },
    ],
  ]);
});

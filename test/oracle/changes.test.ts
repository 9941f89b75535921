import { describe, expect, it } from '@jest/globals';
import { complete, fivePercent, history, program, reserve, spend, tick } from './builders';
import { accounts } from './check';
import { checkAll } from './scenario';
import type { Deed, ProgramInput, Rule } from './model/input';

type Policy = NonNullable<ProgramInput['returns']>['clawback'];

const plain = program([fivePercent]);
const under = (clawback: Policy): ProgramInput => program([fivePercent], { returns: { clawback } });
const tenDays = program([fivePercent], { expiry: { after: 'P10D' } });
const giveBack = (amountCents: number, saleId = 's1'): Deed => ({ do: 'return', saleId, amountCents });
const cancel = (saleId = 's1'): Deed => ({ do: 'cancel', saleId });
const claim = (customerId = 'ana'): Deed => ({ do: 'claim', saleId: 's1', customerId });

/** Two sales of 500 each, of which 800 is spent: all of the first and 300 of the second. */
const overspent: [string, Deed][] = [
  ['10T13:00', complete()],
  ['10T14:00', complete({ id: 's2' })],
  ['11', spend('r1', 800)],
  ['12', cancel()],
];
/** 500 of the first sale, 400 of it spent on the second, which earns 5 % of 9,600. */
const spentOnSecond: [string, Deed][] = [
  ['10', complete()],
  ['11', spend('r1', 400, 's2')],
  ['11', complete({ id: 's2' })],
];

describe('Changes, returns and cancellations, worked out by hand', () => {
  checkAll([
    [
      'a return shrinks the benefit: 500 × 6,667 / 10,000 (R20)',
      history(plain, ['10', complete()], ['11', giveBack(3333)]),
      { cashback: [333, 0, 0, 0] },
    ],
    [
      'returns are cumulative: 500 × 3,334 / 10,000 (R20)',
      history(plain, ['10', complete()], ['11', giveBack(3333)], ['12', giveBack(3333)]),
      { cashback: [166, 0, 0, 0] },
    ],
    [
      'and take everything once everything is returned (R20)',
      history(
        plain,
        ['10', complete()],
        ['11', giveBack(3333)],
        ['12', giveBack(3333)],
        ['13', giveBack(3334)],
      ),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'between goods value and total everything is returned (R21)',
      history(plain, ['10', complete({ totalCents: 11_000, freightCents: 1000 })], ['11', giveBack(10_500)]),
      { last: ['ok'], cashback: [0, 0, 0, 0] },
    ],
    [
      'more than the total is refused (R21)',
      history(plain, ['10', complete()], ['11', giveBack(6000)], ['12', giveBack(4001)]),
      { last: ['ok', 'invalid_request'], cashback: [200, 0, 0, 0] },
    ],
    [
      "a raised sale adds a lot with the sale's dates (R22)",
      history(tenDays, ['10', complete()], ['15', complete({ totalCents: 20_000 })]),
      { ends: ['2026-03-20 1000'] },
    ],
    [
      'or from now where those have lapsed (R22)',
      history(tenDays, ['10', complete()], ['25', complete({ totalCents: 20_000 })]),
      { cashback: [500, 0, 0, 0], ends: ['2026-04-04 500'] },
    ],
    [
      'what was spent becomes debt (R23)',
      history(plain, ['10', complete()], ['11', spend('r1', 300)], ['12', cancel()]),
      { cashback: [0, 0, 0, 300] },
    ],
    [
      'other active lots are taken before there is debt (R23)',
      history(plain, ...overspent),
      { cashback: [0, 0, 0, 300] },
    ],
    [
      '`pending_only` leaves other lots alone (R23)',
      history(under('pending_only'), ...overspent),
      { cashback: [200, 0, 0, 0] },
    ],
    [
      '`to_zero` takes other lots and lets the rest off (R23)',
      history(under('to_zero'), ...overspent),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      '`to_zero` collects what comes back to the lots of the sale: 300 of 500 (R24)',
      history(under('to_zero'), ...overspent, ['13', { do: 'rollback', id: 'r1' }]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'completed again, only the 200 really taken are given again (R24)',
      history(under('to_zero'), ...overspent, ['13', complete()]),
      { cashback: [200, 0, 0, 0] },
    ],
    [
      'what expired unused counts as taken back and nobody owes it (R23)',
      history(tenDays, ['10', complete()], ['25', cancel()]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'reserved amounts are not touched, and pay the debt when let go (R23, R29)',
      history(plain, ['10T13:00', complete()], ['10T13:05', reserve('r1', 200)], ['10T13:10', cancel()]),
      { cashback: [0, 0, 200, 200] },
    ],
    [
      'and pay it when let go (R29)',
      history(
        plain,
        ['10T13:00', complete()],
        ['10T13:05', reserve('r1', 200)],
        ['10T13:10', cancel()],
        ['10T13:20', tick],
      ),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'what was spent on a cancelled sale goes back to its lot (R25)',
      history(plain, ...spentOnSecond, ['12', cancel('s2')]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'but not on a partial return: 100 + 480 / 2 (R25)',
      history(plain, ...spentOnSecond, ['12', giveBack(5000, 's2')]),
      { cashback: [340, 0, 0, 0] },
    ],
    [
      'nor where the program says no: 100 stay (R25)',
      history(program([fivePercent], { returns: { refundSpent: false } }), ...spentOnSecond, [
        '12',
        cancel('s2'),
      ]),
      { cashback: [100, 0, 0, 0] },
    ],
    [
      'an open reservation for a cancelled sale is let go (R25)',
      history(
        plain,
        ['10T13:00', complete()],
        ['10T13:05', reserve('r1', 400, { saleRef: 's2' })],
        ['10T13:06', complete({ id: 's2' })],
        ['10T13:07', cancel('s2')],
      ),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'a reopened sale loses its benefit; what was spent on it stays spent (R26)',
      history(plain, ...spentOnSecond, ['12', { do: 'reopen', saleId: 's2' }]),
      { cashback: [100, 0, 0, 0] },
    ],
    [
      'another customer on the order: taken from the old (R26)',
      history(tenDays, ['10', complete()], ['15', complete({ customerId: 'bia' })]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'and earned by the new, valid from then (R26)',
      history(tenDays, ['10', complete()], ['15', complete({ customerId: 'bia' })]),
      { customer: 'bia', cashback: [500, 0, 0, 0], ends: ['2026-03-25 500'] },
    ],
    [
      'a claim within the holding waits for its end (R28)',
      history(
        program([fivePercent], { holding: { after: 'P2D' } }),
        ['10', complete({ customerId: null })],
        ['11', claim()],
      ),
      { cashback: [0, 500, 0, 0] },
    ],
    [
      'a later claim is available at once, valid from then (R28)',
      history(tenDays, ['10', complete({ customerId: null })], ['25', claim()]),
      { cashback: [500, 0, 0, 0], ends: ['2026-04-04 500'] },
    ],
    [
      'a sale that has a customer cannot be claimed (R28)',
      history(plain, ['10', complete()], ['11', claim('bia')]),
      { last: ['invalid_request'], cashback: [500, 0, 0, 0] },
    ],
    [
      'a later sale pays the debt first: 500 − 300 (R29)',
      history(
        plain,
        ['10', complete()],
        ['11', spend('r1', 300)],
        ['12', cancel()],
        ['13', complete({ id: 's2' })],
      ),
      { cashback: [200, 0, 0, 0] },
    ],
  ]);
});

it('What comes back to several lots of a sale makes good what was let off of each rule from its own lot first (R23, R24)', () => {
  const one: Rule = { id: 'c1', grant: { type: 'cashback', rateBps: 100 } };
  const two: Rule = { id: 'c2', grant: { type: 'cashback', rateBps: 200 }, when: { minSaleCents: 10_000 } };
  const both = program([one, two], {
    earning: { rules: [one, two], combine: 'stack' },
    returns: { clawback: 'to_zero' },
  });
  const { product, oracle } = accounts(
    history(
      both,
      ['10', complete()],
      ['11', spend('r1', 300)],
      ['12', complete({ totalCents: 9_900 })],
      ['13', { do: 'rollback', id: 'r1' }],
    ),
  );
  const lots = ['s1/c1/ana/1 ana cashback: 0 99 0 0 0 1', 's1/c2/ana/1 ana cashback: 0 0 0 0 0 200'];
  expect(oracle).toMatchObject({ lots });
  expect(product).toEqual(oracle);
});

import { describe } from '@jest/globals';
import { adjust, complete, fivePercent, history, program, reserve, tick } from './builders';
import { checkAll } from './scenario';
import type { ProgramInput } from './model/input';

const dated = (
  holding: string,
  expiry?: ProgramInput['expiry'],
  timezone = 'America/Sao_Paulo',
): ProgramInput => program([fivePercent], { holding: { after: holding }, expiry, timezone });
const ending = (after: string, roundUpTo?: 'day' | 'month'): ProgramInput =>
  dated('PT0S', { after, roundUpTo });

describe('When a benefit begins and ends, worked out by hand', () => {
  checkAll([
    [
      'a holding of 8 days from 10 March 23:30 lasts until 18 March begins (R3, R1)',
      history(dated('P8D'), ['11T02:30', complete()], ['2026-03-18T02:59:59.999Z', tick]),
      { cashback: [0, 500, 0, 0] },
    ],
    [
      'and is over at that instant (R3, R1)',
      history(dated('P8D'), ['11T02:30', complete()], ['2026-03-18T03:00:00Z', tick]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'PT24H is not P1D: the one ends at 10:00, the other at midnight (R2)',
      history(dated('PT24H'), ['10', complete()], ['11T12:59', tick]),
      { cashback: [0, 500, 0, 0] },
    ],
    [
      'a holding of one day from 10:00 ends at midnight (R2, R3)',
      history(dated('P1D'), ['10', complete()], ['11T03:00', tick]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'an activation at 23:59 counts as its date: usable through the next (R4)',
      history(ending('P1D'), ['11T02:59', complete()], ['12T02:59', tick]),
      { cashback: [500, 0, 0, 0], ends: ['2026-03-11 500'] },
    ],
    [
      'and expired when the date after begins (R4, R1)',
      history(ending('P1D'), ['11T02:59', complete()], ['12T03:00', tick]),
      { cashback: [0, 0, 0, 0], ends: [] },
    ],
    [
      'expiry counts from the end of holding (R4): 10 + 8 + 10 days',
      history(dated('P8D', { after: 'P10D' }), ['10', complete()], ['18T12:00', tick]),
      { ends: ['2026-03-28 500'] },
    ],
    [
      'a month after 31 January is 28 February (R2, R4)',
      history(ending('P1M'), ['2026-01-31T13:00:00Z', complete()]),
      { ends: ['2026-02-28 500'] },
    ],
    [
      'or 29 February in a leap year (R2, R4)',
      history(ending('P1M'), ['2028-01-31T13:00:00Z', complete()]),
      { ends: ['2028-02-29 500'] },
    ],
    [
      'an end is rolled up to the end of its month (R5)',
      history(ending('P10D', 'month'), ['10', complete()]),
      { ends: ['2026-03-31 500'] },
    ],
    [
      'the last day of a month is in that month, by its last usable instant (R5)',
      history(ending('P21D', 'month'), ['10', complete()]),
      { ends: ['2026-03-31 500'] },
    ],
    [
      '36 hours after 10:00 are rolled up to the end of the next day (R5)',
      history(ending('PT36H', 'day'), ['10', complete()], ['12T02:59', tick]),
      { ends: ['2026-03-11 500'] },
    ],
    [
      '38 hours after 10:00 are midnight, and stay there (R5)',
      history(ending('PT38H', 'day'), ['10', complete()], ['12T03:00', tick]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'a date whose midnight does not exist begins at its first instant, 01:00 in Santiago (R6)',
      history(
        dated('P1D', undefined, 'America/Santiago'),
        ['2026-09-05T16:00:00Z', complete()],
        ['2026-09-06T03:59:59.999Z', tick],
      ),
      { cashback: [0, 500, 0, 0] },
    ],
    [
      'which is 04:00 UTC (R6)',
      history(
        dated('P1D', undefined, 'America/Santiago'),
        ['2026-09-05T16:00:00Z', complete()],
        ['2026-09-06T04:00:00Z', tick],
      ),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'at one instant a lot expires before a reservation is let go, which then has grace (R1, R34)',
      history(ending('P1D'), ['10', complete()], ['12T02:45', reserve('r1', 100)], ['12T03:00', tick]),
      { cashback: [100, 0, 0, 0], ends: ['2026-03-19 100'] },
    ],
    [
      'a lot past its activation can be spent however late anything looks (R1)',
      history(dated('P1D'), ['10', complete()], ['20', reserve('r1', 500, { confirm: true })]),
      { last: ['ok'], cashback: [0, 0, 0, 0] },
    ],
    [
      'time passes also with an event that is refused: the wallet is as of that event (R1)',
      history(ending('P1D'), ['10', complete()], ['15', adjust(0)]),
      { last: ['invalid_request'], cashback: [0, 0, 0, 0] },
    ],
  ]);
});

import { describe } from '@jest/globals';
import { complete, fivePercent, history, program, spend, tick } from './builders';
import { checkAll } from './scenario';
import type { Deed, ProgramInput } from './model/input';

/** Ten days from 10 March: usable through 20 March. */
const reminding = (before: string[], fair?: boolean): ProgramInput =>
  program([fivePercent], { expiry: { after: 'P10D' }, messages: { expiring: { before, fair } } });
const remind: Deed = { do: 'remind', saleId: 's1' };
const rollback: Deed = { do: 'rollback', id: 'r1' };
const cancel: Deed = { do: 'cancel', saleId: 's1' };

const vouched = program([{ id: 'vale', grant: { type: 'voucher', template: 'volta' } }], {
  vouchers: { volta: { discount: { type: 'amount', cents: 2_000 }, validity: 'P10D' } },
  messages: { expiring: { before: ['P3D'] } },
});
const code = 's1/vale/ana';

describe('Fair expiry, worked out by hand', () => {
  checkAll([
    [
      'what nobody was reminded of goes on by the lead',
      history(reminding(['P3D']), ['10', complete()], ['21T03:00', tick]),
      { cashback: [500, 0, 0, 0], ends: ['2026-03-23 500'] },
    ],
    [
      'through the end of the last day',
      history(reminding(['P3D']), ['10', complete()], ['2026-03-24T02:59:59.999Z', tick]),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'and once',
      history(reminding(['P3D']), ['10', complete()], ['24T03:00', tick]),
      { cashback: [0, 0, 0, 0], ends: [] },
    ],
    [
      'what was reminded of ends when it says',
      history(reminding(['P3D']), ['10', complete()], ['17', remind], ['21T03:00', tick]),
      { cashback: [0, 0, 0, 0], ends: [] },
    ],
    [
      'a reminder at the end comes too late',
      history(reminding(['P3D']), ['10', complete()], ['21T03:00', remind]),
      { cashback: [500, 0, 0, 0], ends: ['2026-03-23 500'] },
    ],
    [
      'by the longest of the leads whose reminder still comes',
      history(reminding(['P1D', 'P3D', 'P10D']), ['10T13:01', complete()], ['21T03:00', tick]),
      { ends: ['2026-03-23 500'] },
    ],
    [
      'not at all where no reminder comes before the end',
      history(reminding(['P11D']), ['10', complete()], ['21T03:00', tick]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'nor where the program says that ends stand',
      history(reminding(['P3D'], false), ['10', complete()], ['21T03:00', tick]),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'a reminder of the last day gives one day more',
      history(reminding(['P0D']), ['10', complete()], ['21T03:00', tick]),
      { ends: ['2026-03-21 500'] },
    ],
    [
      'what is left of it goes on, and can be used',
      history(reminding(['P3D']), ['10', complete()], ['11', spend('r1', 200)], ['22', spend('r2', 100)]),
      { cashback: [200, 0, 0, 0], ends: ['2026-03-23 200'] },
    ],
    [
      'more of the same sale is owed its own reminder',
      history(
        reminding(['P1D']),
        ['10', complete()],
        ['12', remind],
        ['13', complete({ totalCents: 20_000 })],
        ['21T03:00', tick],
      ),
      { cashback: [500, 0, 0, 0], ends: ['2026-03-21 500'] },
    ],
    [
      'what comes back after use goes on by the lead from the end of the grace (R34)',
      history(
        reminding(['P3D']),
        ['10', complete()],
        ['11', spend('r1', 500)],
        ['25', rollback],
        ['2026-04-02T03:00:00Z', tick],
      ),
      { cashback: [500, 0, 0, 0], ends: ['2026-04-04 500'] },
    ],
    [
      'and ends with the grace where its reminder had come before it was used',
      history(
        reminding(['P3D']),
        ['10', complete()],
        ['11', remind],
        ['12', spend('r1', 500)],
        ['25', rollback],
        ['2026-04-02T03:00:00Z', tick],
      ),
      { cashback: [0, 0, 0, 0], ends: [] },
    ],
    [
      'a voucher that is given again with a new date is owed the reminder of that one (R27, R22)',
      history(
        vouched,
        ['10', complete()],
        ['12', cancel],
        ['25', complete()],
        ['2026-04-05T03:00:00Z', tick],
      ),
      { vouchers: [`${code} active 1 2026-04-07`] },
    ],
    [
      'unless it was decided before: that happens once',
      history(
        vouched,
        ['10', complete()],
        ['11', remind],
        ['12', cancel],
        ['25', complete()],
        ['2026-04-05T03:00:00Z', tick],
      ),
      { vouchers: [`${code} expired 0 2026-04-04`] },
    ],
  ]);
});

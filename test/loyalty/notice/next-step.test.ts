import { describe, expect, it } from '@jest/globals';
import { parseDuration } from '../../../src/loyalty/calendar';
import type { Lot } from '../../../src/loyalty/ledger';
import type { Reminder } from '../../../src/loyalty/notice';
import { nextStep, reminderKey, remindersDue } from '../../../src/loyalty/notice';
import { iso } from '../calendar/moment';
import { at, DAY, HOUR, NOON, ZONE } from '../ledger/builders';

function aLot(parts: Partial<Omit<Lot, 'buckets'>> & { buckets?: Partial<Lot['buckets']> } = {}): Lot {
  const { buckets, ...rest } = parts;
  return {
    id: 'a/r/cus_1/1',
    customerId: 'cus_1',
    type: 'cashback',
    saleId: 'a',
    ruleId: 'r',
    programVersion: 1,
    revision: 1,
    zone: ZONE,
    createdAt: NOON,
    activatesAt: NOON,
    expiresAt: null,
    voucher: null,
    amount: 0,
    buckets: { pending: 0, active: 0, reserved: 0, spent: 0, expired: 0, reversed: 0, ...buckets },
    ...rest,
  };
}

const active = (expiresAt: number | null, parts: Partial<Omit<Lot, 'buckets'>> = {}): Lot =>
  aLot({ expiresAt, buckets: { active: 5 }, ...parts });
const END = at('2026-04-10T00:00');
const WEEK_BEFORE = at('2026-04-02T10:00');
const DAY_BEFORE = at('2026-04-08T10:00');
const REMINDERS: Reminder[] = ['P1D', 'P7D'].map((before) => ({ before, duration: parseDuration(before) }));

describe('the next step of a sale', () => {
  it('is what time does first to its lots', () => {
    const pending = aLot({ activatesAt: NOON + 2 * DAY, expiresAt: NOON + DAY, buckets: { pending: 1 } });
    expect(nextStep([pending], [])).toEqual({ do: 'activate', at: NOON + 2 * DAY });
    expect(nextStep([pending, active(NOON + 3 * DAY)], [])).toEqual({ do: 'activate', at: NOON + 2 * DAY });
    expect(nextStep([pending, active(NOON + DAY)], [])).toEqual({ do: 'expire', at: NOON + DAY });
  });

  it('is to tell the customer something where that comes first', () => {
    const tells = [
      { key: 'later', at: NOON + 5 * HOUR },
      { key: 'sooner', at: NOON + HOUR },
    ];
    expect(nextStep([active(NOON + DAY)], tells)).toEqual({ do: 'tell', at: NOON + HOUR, key: 'sooner' });
  });

  it('at one instant is to activate, then to expire, then to tell (R1)', () => {
    const pending = aLot({ activatesAt: END, buckets: { pending: 1 } });
    const tell = [{ key: 'x', at: END }];
    expect(nextStep([active(END), pending], tell)?.do).toBe('activate');
    expect(nextStep([active(END)], tell)?.do).toBe('expire');
  });

  it.each([
    ['nothing was earned', []],
    ['everything is spent', [aLot({ expiresAt: END, buckets: { spent: 5 } })]],
    [
      'all is reserved: the redemption has its own timer',
      [aLot({ expiresAt: END, buckets: { reserved: 5 } })],
    ],
    ['what is active never ends', [active(null)]],
  ])('is none where %s', (_, lots) => {
    expect(nextStep(lots, [])).toBeNull();
  });
});

describe('reminders of an end', () => {
  const due = (lots: Lot[], now: number, told: string[] = []): string[] =>
    remindersDue(lots, REMINDERS, told, now).map((tell) => `${tell.key} @ ${iso(tell.at)}`);
  const week = `${reminderKey('P7D', END)} @ ${iso(WEEK_BEFORE)}`;
  const day = `${reminderKey('P1D', END)} @ ${iso(DAY_BEFORE)}`;

  it('come once for each end and distance, at ten in the morning', () => {
    expect(due([active(END)], NOON)).toEqual([week, day]);
  });

  it('come once for several lots with one end', () => {
    expect(due([active(END), active(END, { id: 'a/s/cus_1/1' })], NOON)).toEqual([week, day]);
  });

  it('come for each of several ends', () => {
    expect(due([active(END), active(END + 30 * DAY)], NOON)).toHaveLength(4);
  });

  it('do not come again once told', () => {
    expect(due([active(END)], NOON, [reminderKey('P7D', END)])).toEqual([day]);
    expect(due([active(END)], WEEK_BEFORE, [reminderKey('P7D', END)])).toEqual([day]);
  });

  it('are due from their moment on', () => {
    expect(due([active(END)], WEEK_BEFORE)).toEqual([week, day]);
  });

  it('missed together are one: the last', () => {
    expect(due([active(END)], DAY_BEFORE + HOUR)).toEqual([day]);
  });

  it('whose moment had passed when the lot was made or activated never come', () => {
    expect(due([active(END, { activatesAt: WEEK_BEFORE })], WEEK_BEFORE)).toEqual([day]);
    expect(due([active(END, { createdAt: DAY_BEFORE + 1 })], DAY_BEFORE + 1)).toEqual([]);
  });

  it('that would come after the end never come', () => {
    const today = [{ before: 'P0D', duration: parseDuration('P0D') }];
    const early = at('2026-04-09T05:00');
    expect(remindersDue([active(early)], today, [], NOON)).toEqual([]);
    expect(remindersDue([active(END)], today, [], NOON)).toMatchObject([{ at: at('2026-04-09T10:00') }]);
  });

  it('speak of active amounts that end, and of nothing else', () => {
    const others = [active(null), aLot({ expiresAt: END, buckets: { pending: 5, reserved: 5, spent: 5 } })];
    expect(due(others, NOON)).toEqual([]);
  });

  it('come anew for a new end (R34)', () => {
    const told = REMINDERS.map(({ before }) => reminderKey(before, END));
    expect(due([active(END + 7 * DAY)], END, told)).toHaveLength(2);
  });
});

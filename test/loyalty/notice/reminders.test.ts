import { describe, expect, it } from '@jest/globals';
import { parseDuration } from '../../../src/loyalty/calendar';
import type { Lot } from '../../../src/loyalty/ledger';
import type { Reminder } from '../../../src/loyalty/notice';
import { reminderKey, remindersDue } from '../../../src/loyalty/notice';
import { iso } from '../calendar/moment';
import { at as local, DAY, HOUR, NOON } from '../ledger/builders';
import { aLot } from '../sale/sales';

const active = (expiresAt: number | null, parts: Partial<Omit<Lot, 'buckets'>> = {}): Lot =>
  aLot({ createdAt: NOON, activatesAt: NOON, expiresAt, buckets: { active: 5 }, ...parts });
const END = local('2026-04-10T00:00');
const WEEK_BEFORE = local('2026-04-02T10:00');
const DAY_BEFORE = local('2026-04-08T10:00');
const REMINDERS: Reminder[] = ['P1D', 'P7D'].map((before) => ({ before, duration: parseDuration(before) }));

describe('reminders of an end', () => {
  const due = (lots: Lot[], now: number, given: string[] = []): string[] =>
    remindersDue(lots, REMINDERS, given, now).map(({ key, at }) => `${key} @ ${iso(at)}`);
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

  it('do not come again once given', () => {
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
    const early = local('2026-04-09T05:00');
    expect(remindersDue([active(early)], today, [], NOON)).toEqual([]);
    expect(remindersDue([active(END)], today, [], NOON)).toMatchObject([{ at: local('2026-04-09T10:00') }]);
  });

  it('speak of active amounts that end, and of nothing else', () => {
    const others = [active(null), aLot({ expiresAt: END, buckets: { pending: 5, reserved: 5, spent: 5 } })];
    expect(due(others, NOON)).toEqual([]);
  });

  it('come anew for a new end (R34)', () => {
    const given = REMINDERS.map(({ before }) => reminderKey(before, END));
    expect(due([active(END + 7 * DAY)], END, given)).toHaveLength(2);
  });
});

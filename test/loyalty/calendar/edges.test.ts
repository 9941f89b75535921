import { describe, expect, it } from '@jest/globals';
import {
  expiryEnd,
  followUpAt,
  holdingEnd,
  lastUsableDate,
  reminderAt,
  startOfDate,
  usableThrough,
} from '../../../src/loyalty/calendar';
import { at, iso } from './moment';

const SP = 'America/Sao_Paulo';

/** Local midnight of a date in a zone without clock changes, to keep the tables readable: dates in, dates out. */
const noon = (date: string): number => at(`${date}T12:00:00Z`);
const midnight = (date: string): string | null => iso(at(`${date}T00:00:00Z`));

describe('months end where they end, and the days come after the months (R2)', () => {
  it.each([
    // from          length    holding is over  last day of validity
    ['2026-01-28', 'P1M', '2026-02-28', '2026-02-28'],
    ['2026-01-29', 'P1M', '2026-02-28', '2026-02-28'],
    ['2026-01-31', 'P1M', '2026-02-28', '2026-02-28'],
    ['2028-01-29', 'P1M', '2028-02-29', '2028-02-29'],
    ['2028-01-31', 'P1M', '2028-02-29', '2028-02-29'],
    ['2026-03-31', 'P1M', '2026-04-30', '2026-04-30'],
    ['2026-02-28', 'P1M', '2026-03-28', '2026-03-28'],
    ['2026-10-31', 'P4M', '2027-02-28', '2027-02-28'],
    ['2026-01-31', 'P2M', '2026-03-31', '2026-03-31'],
    ['2026-01-31', 'P1M1D', '2026-03-01', '2026-03-01'],
    ['2028-01-31', 'P1M1D', '2028-03-01', '2028-03-01'],
    ['2026-12-31', 'P1M', '2027-01-31', '2027-01-31'],
    ['2028-02-29', 'P1Y', '2029-02-28', '2029-02-28'],
    ['2028-02-29', 'P4Y', '2032-02-29', '2032-02-29'],
    ['2027-02-28', 'P1Y', '2028-02-28', '2028-02-28'],
    ['2027-02-28', 'P12M1D', '2028-02-29', '2028-02-29'],
    ['2028-02-28', 'P1D', '2028-02-29', '2028-02-29'],
    ['2028-02-28', 'P2D', '2028-03-01', '2028-03-01'],
    ['2100-02-28', 'P1D', '2100-03-01', '2100-03-01'],
    ['2027-12-31', 'P60D', '2028-02-29', '2028-02-29'],
  ])('%s and %s: held until %s begins (R3), valid until %s ends (R4)', (from, length, over, last) => {
    expect(iso(holdingEnd(noon(from), length, 'UTC'))).toBe(midnight(over));
    expect(lastUsableDate(expiryEnd(noon(from), { after: length }, 'UTC')!, 'UTC')).toBe(last);
  });
});

describe('rounding up stays within the month of the last usable day (R5)', () => {
  it.each([
    // active from   length    rounded to the month's end
    ['2026-01-01', 'P30D', '2026-01-31'],
    ['2026-01-01', 'P31D', '2026-02-28'],
    ['2028-01-01', 'P31D', '2028-02-29'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2026-02-28', 'P1M', '2026-03-31'],
    ['2026-03-15', 'P90D', '2026-06-30'],
    ['2026-11-30', 'P1M', '2026-12-31'],
    ['2026-12-31', 'P1D', '2027-01-31'],
    ['2027-11-30', 'P3M', '2028-02-29'],
  ])('from %s, %s rounded up to the month is usable through %s', (from, after, last) => {
    const end = expiryEnd(noon(from), { after, roundUpTo: 'month' }, 'UTC')!;
    expect(lastUsableDate(end, 'UTC')).toBe(last);
    expect(iso(end)).toMatch(/-01T00:00:00\.000Z$/);
  });

  it.each([
    ['ends in the night', 'PT36H', '2026-03-18T15:30:00-03:00', '2026-03-21T00:00:00-03:00'],
    ['ends as a day ends', 'PT24H', '2026-03-18T00:00:00-03:00', '2026-03-19T00:00:00-03:00'],
    ['ends a second into a day', 'PT24H1S', '2026-03-18T00:00:00-03:00', '2026-03-20T00:00:00-03:00'],
    ['is shorter than the day', 'PT1H', '2026-03-18T15:30:00-03:00', '2026-03-19T00:00:00-03:00'],
    ['ends on a day of 23 hours', 'PT24H', '2018-11-03T20:00:00-03:00', '2018-11-05T00:00:00-02:00'],
  ])('an exact validity that %s is rounded up to the end of that day', (_case, after, from, end) => {
    expect(iso(expiryEnd(at(from), { after, roundUpTo: 'day' }, SP))).toBe(iso(at(end)));
  });
});

describe('the minute before midnight counts as its date (R3, R4)', () => {
  it.each([
    // instant                       holding P1D is over            validity P1D ends
    ['2026-01-30T23:59:00-03:00', '2026-01-31T00:00:00-03:00', '2026-02-01T00:00:00-03:00'],
    ['2026-01-30T23:59:59.999-03:00', '2026-01-31T00:00:00-03:00', '2026-02-01T00:00:00-03:00'],
    ['2026-01-31T00:00:00-03:00', '2026-02-01T00:00:00-03:00', '2026-02-02T00:00:00-03:00'],
    ['2026-12-31T23:59:00-03:00', '2027-01-01T00:00:00-03:00', '2027-01-02T00:00:00-03:00'],
    ['2028-02-28T23:59:00-03:00', '2028-02-29T00:00:00-03:00', '2028-03-01T00:00:00-03:00'],
    // The last minute of the day before a midnight that does not exist, and the first of the day that lacks it.
    ['2018-11-03T23:59:00-03:00', '2018-11-04T01:00:00-02:00', '2018-11-05T00:00:00-02:00'],
    ['2018-11-04T01:00:00-02:00', '2018-11-05T00:00:00-02:00', '2018-11-06T00:00:00-02:00'],
    // 23:59 comes twice on the day the clock goes back at midnight: both are the same date.
    ['2019-02-16T23:59:00-02:00', '2019-02-17T00:00:00-03:00', '2019-02-18T00:00:00-03:00'],
    ['2019-02-16T23:59:00-03:00', '2019-02-17T00:00:00-03:00', '2019-02-18T00:00:00-03:00'],
  ])('%s', (instant, over, end) => {
    expect(iso(holdingEnd(at(instant), 'P1D', SP))).toBe(iso(at(over)));
    expect(iso(expiryEnd(at(instant), { after: 'P1D' }, SP))).toBe(iso(at(end)));
  });
});

describe('a date whose midnight does not exist starts at its first instant (R6)', () => {
  it.each([
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04', '2018-11-04T01:00:00-02:00'],
    ['America/Santiago', '2024-09-07', '2024-09-08', '2024-09-08T01:00:00-03:00'],
    ['America/Asuncion', '2023-09-30', '2023-10-01', '2023-10-01T01:00:00-03:00'],
    ['America/Havana', '2026-03-07', '2026-03-08', '2026-03-08T01:00:00-04:00'],
    ['Africa/Cairo', '2024-04-25', '2024-04-26', '2024-04-26T01:00:00+03:00'],
    ['Asia/Beirut', '2026-03-28', '2026-03-29', '2026-03-29T01:00:00+03:00'],
  ])('%s: %s is the last day before the gap of %s', (zone, before, date, start) => {
    const dayBefore = startOfDate(before, zone) + 12 * 3_600_000;
    expect(iso(startOfDate(date, zone))).toBe(iso(at(start)));
    expect(iso(holdingEnd(dayBefore, 'P1D', zone))).toBe(iso(at(start)));
    expect(iso(usableThrough(dayBefore, 'P0D', zone))).toBe(iso(at(start)));
    expect(lastUsableDate(at(start), zone)).toBe(before);
    expect(lastUsableDate(at(start) + 1, zone)).toBe(date);
    expect(iso(expiryEnd(dayBefore - 86_400_000, { after: 'P1D' }, zone))).toBe(iso(at(start)));
    expect(iso(reminderAt(at(start), 'P0D', zone))).toBe(iso(startOfDate(before, zone) + 10 * 3_600_000));
  });

  it('a month that begins so is rounded up to its first instant', () => {
    const end = expiryEnd(
      at('2023-09-10T12:00:00-04:00'),
      { after: 'P5D', roundUpTo: 'month' },
      'America/Asuncion',
    );
    expect(iso(end)).toBe(iso(at('2023-10-01T01:00:00-03:00')));
  });
});

describe('24 hours are not a day (R2)', () => {
  it.each([
    // zone, completed at, PT24H is over, P1D is over, P1DT0S is over
    [
      'a day of 24 hours',
      SP,
      '2026-03-10T15:00:00-03:00',
      '2026-03-11T15:00:00-03:00',
      '2026-03-11T00:00:00-03:00',
      '2026-03-11T15:00:00-03:00',
    ],
    [
      'a day of 23 hours',
      SP,
      '2018-11-03T15:00:00-03:00',
      '2018-11-04T16:00:00-02:00',
      '2018-11-04T01:00:00-02:00',
      '2018-11-04T15:00:00-02:00',
    ],
    [
      'a day of 25 hours',
      SP,
      '2019-02-16T15:00:00-02:00',
      '2019-02-17T14:00:00-03:00',
      '2019-02-17T00:00:00-03:00',
      '2019-02-17T15:00:00-03:00',
    ],
    [
      'a day of 23 and a half hours',
      'Australia/Lord_Howe',
      '2026-10-03T15:00:00+10:30',
      '2026-10-04T15:30:00+11:00',
      '2026-10-04T00:00:00+10:30',
      '2026-10-04T15:00:00+11:00',
    ],
    [
      'a month end',
      SP,
      '2026-01-31T15:00:00-03:00',
      '2026-02-01T15:00:00-03:00',
      '2026-02-01T00:00:00-03:00',
      '2026-02-01T15:00:00-03:00',
    ],
  ])('over %s', (_case, zone, from, hours, day, dayOnTheClock) => {
    expect(iso(holdingEnd(at(from), 'PT24H', zone))).toBe(iso(at(hours)));
    expect(iso(holdingEnd(at(from), 'P1D', zone))).toBe(iso(at(day)));
    expect(iso(holdingEnd(at(from), 'P1DT0S', zone))).toBe(iso(at(dayOnTheClock)));
  });

  it('a month on the clock is clamped and keeps its time of day', () => {
    expect(iso(holdingEnd(at('2026-01-31T15:00:00-03:00'), 'P1MT1H', SP))).toBe(
      iso(at('2026-02-28T16:00:00-03:00')),
    );
  });
});

describe('reservations and windows (R2, R33, R34)', () => {
  it.each([
    ['a quarter of an hour', 'PT15M', '2026-03-10T12:00:00-03:00', '2026-03-10T12:15:00-03:00'],
    ['a quarter of an hour over midnight', 'PT15M', '2026-12-31T23:50:00-03:00', '2027-01-01T00:05:00-03:00'],
    [
      'a quarter of an hour over a skipped hour',
      'PT15M',
      '2018-11-03T23:50:00-03:00',
      '2018-11-04T01:05:00-02:00',
    ],
    [
      'an hour through the hour that comes twice',
      'PT1H',
      '2019-02-16T23:30:00-02:00',
      '2019-02-16T23:30:00-03:00',
    ],
    ['the rest of the day', 'P0D', '2026-03-10T12:00:00-03:00', '2026-03-11T00:00:00-03:00'],
    [
      'the rest of the day, in its last minute',
      'P0D',
      '2026-03-10T23:59:59-03:00',
      '2026-03-11T00:00:00-03:00',
    ],
    ['the rest of the day before a gap', 'P0D', '2018-11-03T12:00:00-03:00', '2018-11-04T01:00:00-02:00'],
    ['no time at all', 'PT0S', '2026-03-10T12:00:00-03:00', '2026-03-10T12:00:00-03:00'],
    ['a week of grace', 'P7D', '2026-02-21T12:00:00-03:00', '2026-03-01T00:00:00-03:00'],
    ['a week of grace in a leap year', 'P7D', '2028-02-21T12:00:00-03:00', '2028-02-29T00:00:00-03:00'],
    ['a month from a longer one', 'P1M', '2026-01-31T23:59:00-03:00', '2026-03-01T00:00:00-03:00'],
    ['ninety days over a leap day', 'P90D', '2027-12-15T08:00:00-03:00', '2028-03-15T00:00:00-03:00'],
  ])('%s', (_case, length, from, end) => {
    expect(iso(usableThrough(at(from), length, SP))).toBe(iso(at(end)));
  });
});

describe('one instant has the date of its zone (R6)', () => {
  it.each([
    ['America/Noronha', '2026-04-01T00:00:00-02:00', '2026-05-01'],
    ['America/Sao_Paulo', '2026-04-01T00:00:00-03:00', '2026-05-01'],
    ['America/Manaus', '2026-03-31T00:00:00-04:00', '2026-04-30'],
    ['America/Rio_Branco', '2026-03-31T00:00:00-05:00', '2026-04-30'],
  ])('a sale completed at 03:30 UTC on 31 March, in %s', (zone, over, last) => {
    const completed = at('2026-03-31T03:30:00Z');
    expect(iso(holdingEnd(completed, 'P1D', zone))).toBe(iso(at(over)));
    const active = holdingEnd(completed, 'P1D', zone);
    expect(lastUsableDate(expiryEnd(active, { after: 'P1M' }, zone)!, zone)).toBe(last);
  });
});

describe('messages go out at ten in the morning, on the wall', () => {
  it.each([
    [
      'a month before the end of a short month',
      'P1M',
      '2026-03-01T00:00:00-03:00',
      '2026-01-28T10:00:00-03:00',
    ],
    ['a month before the last of March', 'P1M', '2028-04-01T00:00:00-03:00', '2028-02-29T10:00:00-03:00'],
    ['a day before the first of March', 'P1D', '2028-03-02T00:00:00-03:00', '2028-02-29T10:00:00-03:00'],
    ['on the day whose midnight is missing', 'P0D', '2018-11-05T00:00:00-02:00', '2018-11-04T10:00:00-02:00'],
  ])('%s', (_case, before, end, expected) => {
    expect(iso(reminderAt(at(end), before, SP))).toBe(iso(at(expected)));
  });

  it('and some time after a sale on a month end, on the last day there is', () => {
    expect(iso(followUpAt(at('2027-11-30T20:00:00-03:00'), 'P3M', SP))).toBe(
      iso(at('2028-02-29T10:00:00-03:00')),
    );
  });
});

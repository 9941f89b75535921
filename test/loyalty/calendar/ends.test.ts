import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  expiryEnd,
  fairEnd,
  fairEndMoved,
  followUpAt,
  holdingEnd,
  lastUsableDate,
  localDate,
  reminderAt,
  startOfDate,
  usableThrough,
} from '../../../src/loyalty/calendar';
import { at, DIFFICULT_ZONES, iso } from './moment';

const SP = 'America/Sao_Paulo';
const NY = 'America/New_York';

describe('the end of a holding period (R3)', () => {
  it.each([
    ['P8D', '2026-03-10T12:00:00-03:00', SP, '2026-03-18T00:00:00-03:00'],
    ['P1D', '2026-03-10T00:00:00-03:00', SP, '2026-03-11T00:00:00-03:00'],
    ['P1D', '2026-03-10T23:59:59-03:00', SP, '2026-03-11T00:00:00-03:00'],
    ['P0D', '2026-03-10T12:00:00-03:00', SP, '2026-03-10T12:00:00-03:00'],
    ['PT0S', '2026-03-10T12:00:00-03:00', SP, '2026-03-10T12:00:00-03:00'],
    ['P1M', '2026-01-31T12:00:00-03:00', SP, '2026-02-28T00:00:00-03:00'],
    ['P1M', '2028-01-31T12:00:00-03:00', SP, '2028-02-29T00:00:00-03:00'],
    ['P1Y', '2028-02-29T12:00:00-03:00', SP, '2029-02-28T00:00:00-03:00'],
    ['P1M1D', '2026-01-30T12:00:00-03:00', SP, '2026-03-01T00:00:00-03:00'],
    ['P1D', '2018-11-03T12:00:00-03:00', SP, '2018-11-04T01:00:00-02:00'],
    ['P1D', '2019-02-16T12:00:00-02:00', SP, '2019-02-17T00:00:00-03:00'],
    ['P1D', '2024-04-25T12:00:00+02:00', 'Africa/Cairo', '2024-04-26T01:00:00+03:00'],
    ['PT48H', '2026-03-10T12:00:00-03:00', SP, '2026-03-12T12:00:00-03:00'],
    ['P1DT12H', '2026-03-10T12:00:00-03:00', SP, '2026-03-12T00:00:00-03:00'],
  ])('%s from %s in %s is over at %s', (holding, from, zone, end) => {
    expect(iso(holdingEnd(at(from), holding, zone))).toBe(iso(at(end)));
  });
});

describe('an exact duration (R2)', () => {
  it.each([
    [
      '24 hours over the spring change end an hour later on the clock',
      'PT24H',
      '2026-03-07T12:00:00-05:00',
      '2026-03-08T13:00:00-04:00',
    ],
    [
      '24 hours over the autumn change end an hour earlier',
      'PT24H',
      '2026-10-31T12:00:00-04:00',
      '2026-11-01T11:00:00-05:00',
    ],
    [
      'a day on the local clock keeps its time',
      'P1DT0S',
      '2026-03-07T12:00:00-05:00',
      '2026-03-08T12:00:00-04:00',
    ],
    ['the days come before the hours', 'P1DT1H', '2026-03-07T01:30:00-05:00', '2026-03-08T03:30:00-04:00'],
    [
      'a time that is skipped moves on by the jump',
      'P1DT0S',
      '2026-03-07T02:30:00-05:00',
      '2026-03-08T03:30:00-04:00',
    ],
    [
      'of a time that comes twice, the earlier',
      'P1DT0S',
      '2026-10-31T01:30:00-04:00',
      '2026-11-01T01:30:00-04:00',
    ],
    [
      'hours alone do not ask the clock, in the second of two equal hours either',
      'PT15M',
      '2026-11-01T01:30:00-05:00',
      '2026-11-01T01:45:00-05:00',
    ],
    ['months are clamped', 'P1MT0S', '2026-01-31T12:00:00-05:00', '2026-02-28T12:00:00-05:00'],
  ])('%s', (_case, length, from, end) => {
    expect(iso(usableThrough(at(from), length, NY))).toBe(iso(at(end)));
  });

  it('P1D is not PT24H: it runs through the end of the next date', () => {
    expect(iso(usableThrough(at('2026-03-07T12:00:00-05:00'), 'P1D', NY))).toBe(
      iso(at('2026-03-09T00:00:00-04:00')),
    );
  });
});

describe('the end of a validity (R4, R5)', () => {
  it.each([
    [
      'n days after the activation date, through its end',
      'P90D',
      undefined,
      '2026-01-10T15:00:00-03:00',
      '2026-04-11T00:00:00-03:00',
    ],
    [
      'an activation at 23:59 counts as its date',
      'P1D',
      undefined,
      '2026-01-10T23:59:59-03:00',
      '2026-01-12T00:00:00-03:00',
    ],
    [
      'an activation at midnight counts as the new date',
      'P1D',
      undefined,
      '2026-01-11T00:00:00-03:00',
      '2026-01-13T00:00:00-03:00',
    ],
    [
      'a month clamps to the shorter month',
      'P1M',
      undefined,
      '2026-01-31T10:00:00-03:00',
      '2026-03-01T00:00:00-03:00',
    ],
    [
      'a month clamps to the leap day',
      'P1M',
      undefined,
      '2028-01-31T10:00:00-03:00',
      '2028-03-01T00:00:00-03:00',
    ],
    ['a year from the leap day', 'P1Y', undefined, '2028-02-29T10:00:00-03:00', '2029-03-01T00:00:00-03:00'],
    [
      'rounding whole days up to the day changes nothing',
      'P90D',
      'day',
      '2026-01-10T15:00:00-03:00',
      '2026-04-11T00:00:00-03:00',
    ],
    ['rounding up to the month', 'P90D', 'month', '2026-01-10T15:00:00-03:00', '2026-05-01T00:00:00-03:00'],
    [
      'a last date that ends its month is not carried into the next',
      'P1M',
      'month',
      '2026-02-28T10:00:00-03:00',
      '2026-04-01T00:00:00-03:00',
    ],
    [
      'the last day of a month stays in it',
      'P30D',
      'month',
      '2026-01-01T10:00:00-03:00',
      '2026-02-01T00:00:00-03:00',
    ],
    [
      'December rounds into the next year',
      'P10D',
      'month',
      '2026-12-05T10:00:00-03:00',
      '2027-01-01T00:00:00-03:00',
    ],
    ['hours are exact', 'PT36H', undefined, '2026-01-10T15:00:00-03:00', '2026-01-12T03:00:00-03:00'],
    ['hours rounded up to the day', 'PT36H', 'day', '2026-01-10T15:00:00-03:00', '2026-01-13T00:00:00-03:00'],
    [
      'hours that end at midnight end with the day before',
      'PT24H',
      'day',
      '2026-01-10T00:00:00-03:00',
      '2026-01-11T00:00:00-03:00',
    ],
    [
      'hours that end with a month stay in it',
      'PT24H',
      'month',
      '2026-01-31T00:00:00-03:00',
      '2026-02-01T00:00:00-03:00',
    ],
  ] as const)('%s', (_case, after, roundUpTo, activation, end) => {
    expect(iso(expiryEnd(at(activation), { after, roundUpTo }, SP))).toBe(iso(at(end)));
  });

  it('ends at the first instant of the next date where its midnight does not exist (R6)', () => {
    const end = expiryEnd(at('2018-11-02T15:00:00-03:00'), { after: 'P1D' }, SP);
    expect(iso(end)).toBe(iso(at('2018-11-04T01:00:00-02:00')));
    expect(lastUsableDate(end ?? 0, SP)).toBe('2018-11-03');
  });

  it('never comes without an expiry rule (R40)', () => {
    expect(expiryEnd(at('2026-01-10T15:00:00-03:00'), undefined, SP)).toBeNull();
  });

  it('lies after the activation, ends on a local midnight and never before the date shown, in any zone', () => {
    const instants = fc.integer({ min: at('2015-01-01T00:00:00Z'), max: at('2038-01-01T00:00:00Z') });
    const after = fc.constantFrom('P1D', 'P7D', 'P1M', 'P3M', 'P1Y', 'PT1S', 'PT36H');
    const roundUpTo = fc.constantFrom('day' as const, 'month' as const);
    fc.assert(
      fc.property(
        instants,
        after,
        roundUpTo,
        fc.constantFrom(...DIFFICULT_ZONES),
        (instant, length, unit, zone) => {
          const plain = expiryEnd(instant, { after: length }, zone) ?? 0;
          const rounded = expiryEnd(instant, { after: length, roundUpTo: unit }, zone) ?? 0;
          expect(plain).toBeGreaterThan(instant);
          expect(rounded).toBeGreaterThanOrEqual(plain);
          expect(startOfDate(localDate(rounded, zone), zone)).toBe(rounded);
          if (unit === 'month') expect(localDate(rounded, zone)).toMatch(/-01$/);
          expect(lastUsableDate(rounded, zone).slice(0, 7)).toBe(lastUsableDate(plain, zone).slice(0, 7));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a window that stays open through a date (R33, R34)', () => {
  it('whole days run through the end of local date + n', () => {
    const from = at('2026-01-10T15:00:00-03:00');
    expect(iso(usableThrough(from, 'P7D', SP))).toBe(iso(at('2026-01-18T00:00:00-03:00')));
    expect(iso(usableThrough(from, 'P0D', SP))).toBe(iso(at('2026-01-11T00:00:00-03:00')));
  });

  it('an exact one to the millisecond', () => {
    expect(iso(usableThrough(at('2026-01-10T15:00:00-03:00'), 'PT15M', SP))).toBe(
      iso(at('2026-01-10T15:15:00-03:00')),
    );
  });
});

describe('a reminder', () => {
  const end = at('2026-04-11T00:00:00-03:00');

  it.each([
    ['P7D', '2026-04-03T10:00:00-03:00'],
    ['P1D', '2026-04-09T10:00:00-03:00'],
    ['P0D', '2026-04-10T10:00:00-03:00'],
    ['P1M', '2026-03-10T10:00:00-03:00'],
    ['PT36H', '2026-04-09T12:00:00-03:00'],
    ['P1DT0S', '2026-04-10T00:00:00-03:00'],
  ])('%s before an end whose last date is 10 April goes out at %s', (before, expected) => {
    expect(iso(reminderAt(end, before, SP))).toBe(iso(at(expected)));
  });

  it('goes out at 10:00 on the wall whatever the clock did in between', () => {
    const afterChange = startOfDate('2018-11-06', SP);
    expect(iso(reminderAt(afterChange, 'P3D', SP))).toBe(iso(at('2018-11-02T10:00:00-03:00')));
    expect(iso(reminderAt(afterChange, 'P1D', SP))).toBe(iso(at('2018-11-04T10:00:00-02:00')));
  });

  it('of a month before the end of March falls on the end of February', () => {
    expect(iso(reminderAt(at('2026-04-01T00:00:00-03:00'), 'P1M', SP))).toBe(
      iso(at('2026-02-28T10:00:00-03:00')),
    );
  });
});

describe('a message some time after a sale', () => {
  it.each([
    ['P45D', '2026-01-10T23:59:00-03:00', '2026-02-24T10:00:00-03:00'],
    ['P1M', '2026-01-31T08:00:00-03:00', '2026-02-28T10:00:00-03:00'],
    ['PT36H', '2026-01-10T15:00:00-03:00', '2026-01-12T03:00:00-03:00'],
  ])('%s after %s goes out at %s', (after, from, expected) => {
    expect(iso(followUpAt(at(from), after, SP))).toBe(iso(at(expected)));
  });
});

describe('until when something goes on that nobody was reminded of (fair expiry)', () => {
  const END = '2026-06-17T00:00:00-03:00';
  const LONG_BEFORE = '2026-03-18T00:00:00-03:00';
  it.each<[leads: string[], end: string, from: string, zone: string, until: string | null]>([
    [['P7D'], END, LONG_BEFORE, SP, '2026-06-24T00:00:00-03:00'],
    [['P1D', 'P7D', 'P3D'], END, LONG_BEFORE, SP, '2026-06-24T00:00:00-03:00'],
    [['P1M'], '2027-02-01T00:00:00-03:00', LONG_BEFORE, SP, '2027-03-01T00:00:00-03:00'],
    [['P0D'], END, LONG_BEFORE, SP, '2026-06-18T00:00:00-03:00'],
    [['PT36H'], END, LONG_BEFORE, SP, '2026-06-18T12:00:00-03:00'],
    [['P7D'], '2026-06-16T15:30:00-03:00', LONG_BEFORE, SP, '2026-06-24T00:00:00-03:00'],
    // What comes before it is there, or at that very moment, is no reminder of it.
    [['P7D', 'P1D'], END, '2026-06-10T12:00:00-03:00', SP, '2026-06-18T00:00:00-03:00'],
    [['P7D'], END, '2026-06-09T10:00:00-03:00', SP, null],
    [['P7D'], END, '2026-06-09T09:59:59-03:00', SP, '2026-06-24T00:00:00-03:00'],
    // At 10:00 of its last day it has ended.
    [['P0D'], '2026-06-16T09:00:00-03:00', LONG_BEFORE, SP, null],
    // A date whose midnight does not exist begins with its first instant.
    [['P1D'], '2018-11-03T00:00:00-03:00', '2018-10-01T00:00:00-03:00', SP, '2018-11-04T01:00:00-02:00'],
    [[], END, LONG_BEFORE, SP, null],
  ])('%j of %s, there since %s in %s: %s', (leads, end, from, zone, until) => {
    const found = fairEnd(at(end), leads, at(from), zone);
    expect(found === null ? null : iso(found)).toBe(until === null ? null : iso(at(until)));
  });
});

describe('until when it does so once its end has moved', () => {
  it.each<[until: string, from: string, to: string, zone: string, moved: string]>([
    // As many days later where it is through the end of one.
    ['2026-06-24T00:00', '2026-06-17T00:00', '2026-07-03T00:00', SP, '2026-07-10T00:00:00-03:00'],
    ['2026-06-24T00:00', '2026-06-16T15:30', '2026-06-20T18:00', SP, '2026-06-28T00:00:00-03:00'],
    // As much time later where it is not.
    ['2026-06-18T12:00', '2026-06-17T00:00', '2026-06-20T18:00', SP, '2026-06-22T06:00:00-03:00'],
    ['2026-06-17T00:00', '2026-06-16T14:00', '2026-06-20T00:00', SP, '2026-06-20T10:00:00-03:00'],
    // A date whose midnight does not exist begins with its first instant.
    ['2018-10-21T00:00', '2018-10-20T00:00', '2018-11-03T00:00', SP, '2018-11-04T01:00:00-02:00'],
    ['2018-11-04T00:00', '2018-11-03T00:00', '2018-11-06T23:00', SP, '2018-11-08T00:00:00-02:00'],
  ])('from %s, as its end goes from %s to %s in %s: %s', (until, from, to, zone, moved) => {
    const [later, before, after] = [until, from, to].map((local) => at(`${local}:00-03:00`));
    expect(iso(fairEndMoved(later!, before!, after!, zone))).toBe(iso(at(moved)));
  });

  it('is until when it would go on had it always ended then, by a lead of days', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DIFFICULT_ZONES),
        fc.integer({ min: 1, max: 40 }),
        fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 400 })),
        (zone, lead, [begins, longer]) => {
          const ends = [begins, begins + longer].map((days) =>
            usableThrough(at('2012-03-01T12:00:00Z') + days * 86_400_000, 'P0D', zone),
          ) as [number, number];
          const [until, moved] = ends.map((end) => fairEnd(end, [`P${lead}D`], 0, zone)!) as [number, number];
          expect(fairEndMoved(until, ...ends, zone)).toBe(moved);
        },
      ),
    );
  });
});

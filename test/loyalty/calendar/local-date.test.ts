import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  atLocalTime,
  isoWeekday,
  isZone,
  localDate,
  localMonth,
  startOfDate,
  UnknownZoneError,
} from '../../../src/loyalty/calendar';
import { at, DIFFICULT_ZONES, iso } from './moment';

const zones = fc.constantFrom(...DIFFICULT_ZONES);
const instants = fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });

describe('local dates (R6)', () => {
  it.each([
    ['2026-03-10T02:59:59.999Z', 'America/Sao_Paulo', '2026-03-09'],
    ['2026-03-10T03:00:00.000Z', 'America/Sao_Paulo', '2026-03-10'],
    ['2026-03-10T03:00:00.000Z', 'America/Noronha', '2026-03-10'],
    ['2026-03-10T01:59:59.999Z', 'America/Noronha', '2026-03-09'],
    ['2026-03-09T18:29:59.999Z', 'Asia/Kolkata', '2026-03-09'],
    ['2026-03-09T18:30:00.000Z', 'Asia/Kolkata', '2026-03-10'],
    ['2026-03-09T18:15:00.000Z', 'Asia/Kathmandu', '2026-03-10'],
    ['2026-03-09T10:00:00.000Z', 'Pacific/Kiritimati', '2026-03-10'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(localDate(at(instant), zone)).toBe(date);
  });

  it.each([
    ['an ordinary date', '2026-03-10', 'America/Sao_Paulo', '2026-03-10T03:00:00.000Z'],
    ['a midnight that does not exist', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['a midnight that does not exist', '2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'],
    ['a midnight that does not exist', '2023-10-01', 'America/Asuncion', '2023-10-01T04:00:00.000Z'],
    ['a midnight that does not exist', '2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    [
      'the day after the clock fell back at midnight',
      '2019-02-17',
      'America/Sao_Paulo',
      '2019-02-17T03:00:00.000Z',
    ],
    ['a midnight that happens twice: the first', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    ['a change of half an hour', '2026-10-04', 'Australia/Lord_Howe', '2026-10-03T13:30:00.000Z'],
    ['a date that was left out altogether', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['the date after it', '2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['a quarter-hour zone', '2026-03-10', 'Asia/Kathmandu', '2026-03-09T18:15:00.000Z'],
  ])('%s starts at its first instant: %s in %s', (_case, date, zone, instant) => {
    expect(iso(startOfDate(date, zone))).toBe(instant);
  });

  it('the start of a date is the first instant with that date, in any zone on any day', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const date = localDate(instant, zone);
        const start = startOfDate(date, zone);
        expect(start).toBeLessThanOrEqual(instant);
        expect(localDate(start, zone)).toBe(date);
        expect(localDate(start - 1, zone) < date).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('a time that the clock jumps over is the instant of the jump', () => {
    expect(iso(atLocalTime('2026-03-08', '02:30', 'America/New_York'))).toBe('2026-03-08T07:00:00.000Z');
    expect(iso(atLocalTime('2026-03-08', '10:00', 'America/New_York'))).toBe('2026-03-08T14:00:00.000Z');
  });

  it('the month of a cap is the local one (R14)', () => {
    expect(localMonth(at('2026-04-01T02:59:00Z'), 'America/Sao_Paulo')).toBe('2026-03');
    expect(localMonth(at('2026-04-01T03:00:00Z'), 'America/Sao_Paulo')).toBe('2026-04');
  });

  it('weekdays are ISO, Monday 1 to Sunday 7, by the local date (R7)', () => {
    const monday = at('2026-03-09T12:00:00-03:00');
    const week = [0, 1, 2, 3, 4, 5, 6].map((day) =>
      isoWeekday(monday + day * 86_400_000, 'America/Sao_Paulo'),
    );
    expect(week).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(isoWeekday(at('2026-03-09T02:00:00Z'), 'America/Sao_Paulo')).toBe(7);
  });

  it('knows IANA names, and neither offsets nor words', () => {
    expect(['America/Sao_Paulo', 'America/Manaus', 'UTC'].map(isZone)).toEqual([true, true, true]);
    expect(
      ['-03:00', '+03', '-0300', 'UTC-3', 'local', 'system', '', 'Brasil', 'America/Sao Paulo'].map(isZone),
    ).toEqual(Array(9).fill(false));
  });

  it('stops at an unknown zone instead of answering with no date', () => {
    expect(() => localDate(0, 'Marte/Olimpo')).toThrow(UnknownZoneError);
    expect(() => startOfDate('2026-01-01', 'Marte/Olimpo')).toThrow(
      expect.objectContaining({ code: 'unknown_zone' }),
    );
  });
});

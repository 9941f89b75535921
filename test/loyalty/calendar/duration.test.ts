import { describe, expect, it } from '@jest/globals';
import { DurationError, isZeroDuration, parseDuration } from '../../../src/loyalty/calendar';

describe('a duration (R2)', () => {
  it.each([
    ['P8D', { months: 0, days: 8, millis: 0, exact: false }],
    ['P2W', { months: 0, days: 14, millis: 0, exact: false }],
    ['P1W2D', { months: 0, days: 9, millis: 0, exact: false }],
    ['P1Y2M', { months: 14, days: 0, millis: 0, exact: false }],
    ['P3M', { months: 3, days: 0, millis: 0, exact: false }],
    ['PT3M', { months: 0, days: 0, millis: 180_000, exact: true }],
    ['PT15M', { months: 0, days: 0, millis: 900_000, exact: true }],
    ['PT24H', { months: 0, days: 0, millis: 86_400_000, exact: true }],
    ['P1DT12H', { months: 0, days: 1, millis: 43_200_000, exact: true }],
    ['PT0.5S', { months: 0, days: 0, millis: 500, exact: true }],
    ['PT1,25S', { months: 0, days: 0, millis: 1_250, exact: true }],
    ['P0D', { months: 0, days: 0, millis: 0, exact: false }],
    ['PT0S', { months: 0, days: 0, millis: 0, exact: true }],
    ['P100Y', { months: 1_200, days: 0, millis: 0, exact: false }],
  ])('%s is read', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });

  it.each([
    ['P', 'empty'],
    ['PT', 'empty'],
    ['P1DT', 'empty'],
    ['-P1D', 'sign'],
    ['+P1D', 'sign'],
    ['P-1D', 'sign'],
    ['P1.5D', 'fraction'],
    ['PT1.5H', 'fraction'],
    ['PT0,5M', 'fraction'],
    ['PT0.0001S', 'fraction'],
    ['P101Y', 'too_long'],
    ['P9999999999999999999999D', 'too_long'],
    ['PT9999999999999999H', 'too_long'],
    ['', 'malformed'],
    ['90', 'malformed'],
    ['90D', 'malformed'],
    ['p1d', 'malformed'],
    ['P1D ', 'malformed'],
    ['P1D\n', 'malformed'],
    ['P1D1M', 'malformed'],
    ['P1H', 'malformed'],
    ['PT1D', 'malformed'],
    ['PT1S1M', 'malformed'],
    ['P1DT1D', 'malformed'],
    ['P1D P2D', 'malformed'],
    ['PT.5S', 'malformed'],
  ])('%j is refused as %s', (text, fault) => {
    expect(() => parseDuration(text)).toThrow(DurationError);
    expect(() => parseDuration(text)).toThrow(expect.objectContaining({ code: 'invalid_duration', fault }));
  });

  it('says what is wrong and what to write instead', () => {
    expect(() => parseDuration('P')).toThrow(
      'A duração "P" não diz quanto tempo. Informe ao menos uma parte, como P90D ou PT15M.',
    );
  });

  it('is zero whatever the unit it is zero of', () => {
    expect(['P0D', 'PT0S', 'P0Y', 'P0DT0S'].map(isZeroDuration)).toEqual([true, true, true, true]);
    expect(['P1D', 'PT0.001S', 'P1M'].map(isZeroDuration)).toEqual([false, false, false]);
  });
});

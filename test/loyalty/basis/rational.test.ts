import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  AmountTooLargeError,
  compare,
  floor,
  least,
  minus,
  plus,
  rational,
  times,
} from '../../../src/loyalty/basis';

const fraction = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 100_000 }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe('exact fractions', () => {
  it('do not lose what floating point loses', () => {
    const tenth = rational(1, 10);
    expect(compare(plus(plus(tenth, tenth), tenth), rational(3, 10))).toBe(0);
    expect(floor(times(rational(29), times(rational(1, 29), rational(29))))).toBe(29);
  });

  it('floor downwards, below zero too', () => {
    expect([rational(7, 2), rational(-7, 2), rational(-4, 2), rational(0, 5)].map(floor)).toEqual([
      3, -4, -2, 0,
    ]);
  });

  it('keep the laws of arithmetic and order', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(compare(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(0);
        expect(compare(minus(plus(a, b), b), a)).toBe(0);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(least(a, b), a) <= 0 && compare(least(a, b), b) <= 0).toBe(true);
        const whole = rational(floor(a));
        expect(compare(whole, a) <= 0 && compare(a, plus(whole, rational(1))) < 0).toBe(true);
      }),
    );
  });

  it('refuse what is no fraction of integers, and an amount beyond the safe integers', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => rational(0.5)).toThrow(RangeError);
    expect(() => rational(Number.NaN)).toThrow(RangeError);
    expect(() => floor(times(rational(Number.MAX_SAFE_INTEGER), rational(2)))).toThrow(AmountTooLargeError);
  });
});

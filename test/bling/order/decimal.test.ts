import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { add, exceeds, multiply, parseDecimal, roundToHundredths } from '../../../src/bling/order';
import type { Decimal } from '../../../src/bling/order';

function decimal(raw: number | string): Decimal {
  const value = parseDecimal(raw);
  if (value === null) throw new Error(`not a decimal: ${raw}`);
  return value;
}

describe('exact decimals', () => {
  it.each<[number | string, bigint, number]>([
    [89.9, 899n, 1],
    [0.1, 1n, 1],
    [-2.5, -25n, 1],
    [1e21, 10n ** 21n, 0],
    [1e-7, 1n, 7],
    ['2.50', 250n, 2],
    [' 7 ', 7n, 0],
    ['0', 0n, 0],
  ])('reads %p digit for digit', (raw, units, scale) => {
    expect(parseDecimal(raw)).toEqual({ units, scale });
  });

  it.each([NaN, Infinity, '', 'abc', '1.234,56', '1,5', '.5', '5.', '0x10', '1e999', '9'.repeat(31), '--1'])(
    'does not take %p for a number',
    (raw) => {
      expect(parseDecimal(raw)).toBeNull();
    },
  );

  it('adds and multiplies without the noise of floats', () => {
    expect(add(decimal(0.1), decimal(0.2))).toEqual(decimal('0.3'));
    expect(multiply(decimal(1.1), decimal(1.1))).toEqual(decimal('1.21'));
    expect(exceeds(decimal(0.1), decimal('0.10'))).toBe(false);
    expect(exceeds(decimal('0.101'), decimal(0.1))).toBe(true);
  });

  it('rounds to hundredths half up', () => {
    expect(roundToHundredths(decimal('1.005'))).toBe(101n);
    expect(roundToHundredths(decimal('1.00499'))).toBe(100n);
    expect(roundToHundredths(decimal(7))).toBe(700n);
    expect(roundToHundredths(decimal('-1.005'))).toBe(-100n);
    expect(roundToHundredths(decimal('-1.0051'))).toBe(-101n);
    expect(roundToHundredths(decimal('-1.01'))).toBe(-101n);
    expect(roundToHundredths(decimal('-2.100'))).toBe(-210n);
  });

  it('gives back every amount of whole cents that went through a float', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
        expect(roundToHundredths(decimal(cents / 100))).toBe(BigInt(cents));
      }),
    );
  });
});

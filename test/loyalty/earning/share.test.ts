import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deservedAfterReturns, largestRemainder } from '../../../src/loyalty/earning';
const cents = fc.integer({ min: 0, max: 100_000_000_000 });

describe('a split by largest remainder (R8)', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [200, [100, 100, 100], [67, 67, 66]],
    [10, [1, 2, 3, 4], [1, 2, 3, 4]],
    [7, [3, 3, 1], [3, 3, 1]],
    [1, [1, 1], [1, 0]],
    [2, [1, 5, 5], [0, 1, 1]],
    [0, [1, 2], [0, 0]],
    [100, [0, 5, 0], [0, 100, 0]],
    [100, [-5, 5], [0, 100]],
    [100, [0, 0], [0, 0]],
    [100, [], []],
  ])('%i over %j is %j', (total, weights, shares) => {
    expect(largestRemainder(total, weights)).toEqual(shares);
  });

  it('sums exactly, and no share is a cent away from its due', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { minLength: 1, maxLength: 40 }), (total, weights) => {
        const shares = largestRemainder(total, weights);
        const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole === 0n ? 0 : total);
        shares.forEach((share, index) => {
          const away = BigInt(share) * whole - BigInt(total) * BigInt(weights[index] ?? 0);
          if (whole > 0n) expect(away < whole && away > -whole).toBe(true);
        });
      }),
    );
  });
});

describe('what is deserved after returns (R20)', () => {
  it.each([
    [1_050, 21_000, 0, 1_050],
    [1_050, 21_000, 7_000, 700],
    [1_050, 21_000, 1, 1_049],
    [1_050, 21_000, 20_999, 0],
    [1_050, 21_000, 21_000, 0],
    [1_050, 21_000, 23_000, 0],
    [100, 3, 1, 66],
    [100, 3, 2, 33],
    [100, 3, 3, 0],
    [100, 0, 0, 0],
    [0, 21_000, 7_000, 0],
  ])('%i earned on goods of %i with %i returned is %i', (earned, goods, returned, deserved) => {
    expect(deservedAfterReturns(earned, goods, returned)).toBe(deserved);
  });

  it('only shrinks, ends at 0, and does not depend on how the returns were cut up', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
        (earned, parts) => {
          const goods = parts.reduce((sum, part) => sum + part, 0);
          let returned = 0;
          let held = earned;
          let takenBack = 0;
          for (const part of parts) {
            returned += part;
            const deserved = deservedAfterReturns(earned, goods, returned);
            expect(deserved).toBeLessThanOrEqual(held);
            takenBack += held - deserved;
            held = deserved;
          }
          expect(held).toBe(0);
          expect(takenBack).toBe(earned);
        },
      ),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { rateDifference } from '../../../src/api/report/rate-difference';

describe('the difference of two rates', () => {
  // Newcombe 1998, table II, method 10.
  it.each([
    [56, 70, 48, 80, 2_000, 524, 3_339],
    [9, 10, 3, 10, 6_000, 1_705, 8_090],
    [10, 10, 0, 10, 10_000, 6_075, 10_000],
    [0, 10, 0, 20, 0, -1_611, 2_775],
  ])('of %d in %d and %d in %d has bounds that hold', (part, whole, otherPart, other, bps, low, high) => {
    const found = rateDifference({ part, whole }, { part: otherPart, whole: other });
    expect(found).toEqual({ bps, lowBps: low, highBps: high });
  });

  it('is turned round where the groups are', () => {
    const [one, other] = [
      { part: 6, whole: 50 },
      { part: 190, whole: 950 },
    ];
    const [to, back] = [rateDifference(one, other)!, rateDifference(other, one)!];
    expect([to.bps, to.lowBps, to.highBps]).toEqual([0 - back.bps, 0 - back.highBps, 0 - back.lowBps]);
  });

  it('is none where there is nobody to compare with', () => {
    expect(rateDifference({ part: 1, whole: 2 }, { part: 0, whole: 0 })).toBeNull();
    expect(rateDifference({ part: 0, whole: 0 }, { part: 1, whole: 2 })).toBeNull();
  });
});

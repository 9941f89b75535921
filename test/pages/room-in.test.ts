import { describe, expect, it } from '@jest/globals';
import { roomIn } from '../../console/src/counter/room-in';

describe('how much a purchase takes', () => {
  it.each([
    [10_000, 'cashback', 3_000, 1, 3_000],
    [9_999, 'cashback', 3_000, 1, 2_999],
    [10_000, 'cashback', 10_000, 1, 10_000],
    [2, 'cashback', 3_000, 1, 0],
    [10_000, 'points', 3_000, 1, 3_000],
    [9_999, 'points', 3_000, 7, 428],
  ] as const)(
    'of %d cents, in %s, at %d bps and %d cents a point: %d',
    (total, type, maxShareBps, pointValueCents, room) => {
      expect(roomIn(total, type, { maxShareBps, pointValueCents })).toBe(room);
    },
  );

  it('is for the API to say where the program is not known', () => {
    expect(roomIn(10_000, 'cashback', null)).toBe(10_000);
    expect(roomIn(10_000, 'points', null)).toBe(Infinity);
  });
});

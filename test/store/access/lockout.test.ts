import { describe, expect, it } from '@jest/globals';
import { LOCKOUT_MS, struck, UNSTRUCK } from '../../../src/store/access';
import type { LockState } from '../../../src/store/access';

const NOW = Date.UTC(2026, 2, 10, 15);

function after(limit: number, ...times: number[]): LockState | null {
  return times.reduce<LockState | null>((state, at) => state && struck(state, limit, at), UNSTRUCK);
}

describe('a strike', () => {
  it('brings a lock with the last one that is allowed, for a quarter of an hour', () => {
    expect(after(3, NOW, NOW + 1)).toEqual({ strikes: [NOW, NOW + 1], lockedUntil: 0 });
    expect(after(3, NOW, NOW + 1, NOW + 2)).toEqual({ strikes: [], lockedUntil: NOW + 2 + LOCKOUT_MS });
  });

  it('comes too late while a lock holds, which it does not lengthen, and begins anew after it', () => {
    const locked = after(2, NOW, NOW)!;
    expect(struck(locked, 2, NOW + LOCKOUT_MS - 1)).toBeNull();
    expect(struck(locked, 2, NOW + LOCKOUT_MS)).toEqual({ strikes: [NOW + LOCKOUT_MS], lockedUntil: 0 });
  });

  it('counts for a quarter of an hour, each by itself', () => {
    const half = LOCKOUT_MS / 2;
    expect(after(3, NOW, NOW + half, NOW + LOCKOUT_MS)).toEqual({
      strikes: [NOW + half, NOW + LOCKOUT_MS],
      lockedUntil: 0,
    });
    expect(after(3, NOW, NOW + half, NOW + LOCKOUT_MS - 1)?.lockedUntil).toBe(NOW + 2 * LOCKOUT_MS - 1);
  });
});

import type { Instant } from '../../loyalty';

/** Strikes count for this long, and as long does a lock last. */
export const LOCKOUT_MS = 15 * 60_000;

/** What is remembered of somebody, or something, that was struck. */
export interface LockState {
  /** When, oldest first; what no longer counts may still be there. */
  strikes: readonly Instant[];
  /** Exclusive end of the lock; one in the past is no lock. */
  lockedUntil: Instant;
}

/** Nothing ever happened. */
export const UNSTRUCK: LockState = { strikes: [], lockedUntil: 0 };

/**
 * The state after one more strike; null where there is a lock already, which a strike does not lengthen. The last strike
 * within the window that is allowed at all brings the lock.
 * @param limit strikes within the window that bring a lock
 */
export function struck(state: LockState, limit: number, now: Instant): LockState | null {
  if (state.lockedUntil > now) return null;
  const strikes = [...state.strikes.filter((at) => at > now - LOCKOUT_MS), now];
  return strikes.length < limit
    ? { strikes, lockedUntil: 0 }
    : { strikes: [], lockedUntil: now + LOCKOUT_MS };
}

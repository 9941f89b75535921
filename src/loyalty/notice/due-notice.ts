import type { Instant } from '../basis';

/** A notice that has not been given: `key` is how it is remembered once it has, `at` when it is due. */
export interface DueNotice {
  key: string;
  at: Instant;
  /** How long it may wait where many are due with it, in milliseconds; absent: not at all. */
  within?: number;
}

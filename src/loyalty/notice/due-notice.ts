import type { Instant } from '../basis';

/** A notice that has not been given: `key` is how it is remembered once it has, `at` when it is due. */
export interface DueNotice {
  key: string;
  at: Instant;
}

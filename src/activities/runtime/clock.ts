import { activityInfo } from '@temporalio/activity';
import type { Instant } from '../../loyalty';

/**
 * Now, as an activity must see it: never earlier than the instant at which the server handed out this attempt, so that
 * a worker whose clock is behind cannot act before the timer that woke it.
 */
export function currentInstant(): Instant {
  return Math.max(Date.now(), activityInfo().currentAttemptScheduledTimestampMs);
}

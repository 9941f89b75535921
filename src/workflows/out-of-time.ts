import { TimeoutFailure } from '@temporalio/workflow';
import type { ActivityFailure } from '@temporalio/workflow';

/**
 * Whether a step that is tried for as long as it has time was ended by that time, and not by what it met. Where no further try fits in,
 * the server says so; where it runs out while the step waits for a worker, or in the middle of a try, the failure is that timeout, and
 * the server calls it one that is not tried again.
 */
export function ranOutOfTime({ retryState, cause }: ActivityFailure): boolean {
  return retryState === 'TIMEOUT' || cause instanceof TimeoutFailure;
}

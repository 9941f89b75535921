import { CancelledFailure } from '@temporalio/common';
import { EngineUnavailableError } from '../../runs';
import { ConcurrentChangeError, isDatabaseAway } from '../../store';
import type { ActivityDeps } from './deps';

/** Does one thing of a sweep. False: it was not needed, or not possible. */
export type OneByOne = (kind: string, id: string, wake: () => Promise<boolean>) => Promise<boolean>;

/** What of a sweep was not possible. */
export interface Unwakable {
  items: number;
  /** Why the last of them was not: a word, as texts of errors may quote what they were given. */
  failure: string;
}

/**
 * Each thing of a sweep by itself: one that cannot be woken, such as one whose record is missing after a restore, keeps nothing else
 * asleep. What keeps everything from being woken, an engine that is away, ends the sweep, which is tried again.
 */
export function oneByOne(
  { log }: Pick<ActivityDeps, 'log'>,
  merchantId: string,
): { one: OneByOne; unwakable: Unwakable } {
  const unwakable: Unwakable = { items: 0, failure: '' };
  const one: OneByOne = async (kind, id, wake) => {
    try {
      return await wake();
    } catch (error) {
      if (endsTheSweep(error)) throw error;
      // Somebody is at it just now: if that is not enough, the next sweep finds it.
      if (error instanceof ConcurrentChangeError) return false;
      unwakable.items += 1;
      unwakable.failure = error instanceof Error ? error.name : 'unknown';
      log.error({ merchantId, kind, id, failure: unwakable.failure }, 'what was late could not be woken');
      return false;
    }
  };
  return { one, unwakable };
}

function endsTheSweep(error: unknown): boolean {
  return (
    error instanceof EngineUnavailableError || error instanceof CancelledFailure || isDatabaseAway(error)
  );
}

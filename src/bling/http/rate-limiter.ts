import { setTimeout as delay } from 'node:timers/promises';
import { BlingApiError } from './api-error';
import type { RateLimiter } from './ports';

/** Who calls: staff who wait, or a sale; the key is his own, and the same each time he asks for the same. */
export interface Caller {
  key: string;
  class: 'staff' | 'sale';
}

/** What keeps a company's pace: a call may start after `waitMs`, or its caller has a place and is to come back in `comeBackMs`. */
export interface Pacemaker {
  take(
    companyId: string,
    caller: Caller,
  ): Promise<{ kind: 'go'; waitMs: number } | { kind: 'later'; why: 'pace' | 'day'; comeBackMs: number }>;
}

/**
 * The pace Bling allows each company, wherever it is kept.
 * @param caller who calls just now
 * @param patienceMs so long a caller waits for his place where he stands; else he is told when to come back
 * @throws BlingApiError `rate_limited` where the place is further off, `day_quota` where the day's calls are used up; Bling was
 *   not asked
 */
export function createRateLimiter(pacemaker: Pacemaker, caller: () => Caller, patienceMs = 0): RateLimiter {
  return {
    async take(companyId) {
      const who = caller();
      for (let left = patienceMs; ;) {
        const turn = await pacemaker.take(companyId, who);
        if (turn.kind === 'go') {
          if (turn.waitMs > 0) await delay(turn.waitMs);
          return;
        }
        if (turn.comeBackMs > left) {
          const kind = turn.why === 'day' ? 'day_quota' : 'rate_limited';
          throw new BlingApiError(kind, 'start a call yet', {
            retryAfterMs: turn.comeBackMs,
            asked: false,
          });
        }
        left -= turn.comeBackMs;
        await delay(turn.comeBackMs);
      }
    },
  };
}

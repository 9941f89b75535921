import { setTimeout as delay } from 'node:timers/promises';
import { BlingApiError } from './api-error';
import type { RateLimiter } from './ports';

/**
 * What keeps a company's pace: a call may start after `waitMs`, or has to come back in `comeBackMs`; `full_day`: because the day's
 * calls are used up.
 */
export interface Pacemaker {
  take(
    companyId: string,
    now: Date,
  ): Promise<{ kind: 'granted'; waitMs: number } | { kind: 'full' | 'full_day'; comeBackMs: number }>;
}

/**
 * The pace Bling allows each company, wherever it is kept.
 * @throws BlingApiError `rate_limited` where the wait is long, `day_quota` where the day's calls are used up
 */
export function createRateLimiter(pacemaker: Pacemaker): RateLimiter {
  return {
    async take(companyId) {
      const slot = await pacemaker.take(companyId, new Date());
      if (slot.kind !== 'granted') {
        const kind = slot.kind === 'full_day' ? 'day_quota' : 'rate_limited';
        throw new BlingApiError(kind, 'start a call yet', { retryAfterMs: slot.comeBackMs });
      }
      if (slot.waitMs > 0) await delay(slot.waitMs);
    },
  };
}

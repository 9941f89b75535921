import { setTimeout as delay } from 'node:timers/promises';
import { BlingApiError } from './api-error';
import type { RateLimiter } from './ports';

/** What keeps a company's pace: a call may start after `waitMs`, or has to come back in `comeBackMs`. */
export interface Pacemaker {
  take(
    companyId: string,
    now: Date,
  ): Promise<{ kind: 'granted'; waitMs: number } | { kind: 'full'; comeBackMs: number }>;
}

/** The pace Bling allows each company, wherever it is kept. @throws BlingApiError `rate_limited` where the wait is long */
export function createRateLimiter(pacemaker: Pacemaker): RateLimiter {
  return {
    async take(companyId) {
      const slot = await pacemaker.take(companyId, new Date());
      if (slot.kind === 'full')
        throw new BlingApiError('rate_limited', 'start a call yet', { retryAfterMs: slot.comeBackMs });
      if (slot.waitMs > 0) await delay(slot.waitMs);
    },
  };
}

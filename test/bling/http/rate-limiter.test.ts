import { expect, it } from '@jest/globals';
import { createRateLimiter } from '../../../src/bling/http/rate-limiter';

const failure = (kind: 'full' | 'full_day'): Promise<unknown> =>
  createRateLimiter({ take: () => Promise.resolve({ kind, comeBackMs: 7_000 }) })
    .take('company')
    .catch((error: unknown) => error);

it('says whether a pause is asked for or the day’s calls are used up, and until when', async () => {
  expect(await failure('full')).toMatchObject({ kind: 'rate_limited', retryAfterMs: 7_000 });
  expect(await failure('full_day')).toMatchObject({ kind: 'day_quota', retryAfterMs: 7_000 });
});

import { randomUUID } from 'node:crypto';
import type { Answer } from './http-client';
import { until } from './until';

/** What says that it is not known yet, or was not done in time: to be asked for again, with the same key. */
const PENDING = new Set(['outcome_unknown', 'request_expired', 'request_in_progress', 'service_unavailable']);

/** Calls as a till does it that has to know: under one key until the answer is final. */
export function toTheEnd<T extends { code?: string }>(
  call: (key: string) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const key = randomUUID();
  return until('an answer that is final', async () => {
    const answer = await call(key);
    return answer.status >= 400 && PENDING.has(answer.body.code ?? '') ? null : answer;
  });
}

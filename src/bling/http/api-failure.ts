import type { Instant } from '../../loyalty';
import { BlingApiError } from './api-error';
import type { BlingApiErrorKind } from './api-error';
import { untilTomorrow } from './brasilia';
import { readErrorBody } from './error-body';
import type { BlingErrorBody } from './error-body';
import type { HttpAnswer } from './http';
import type { Refusal } from './ports';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
/**
 * An IP block lasts ten minutes (developer.bling.com.br/limites); asking again inside it only prolongs it.
 */
const BLOCK_MS = 600_000;

/**
 * Turns an answer that is not a success into a typed error.
 *
 * Only Bling's own error body makes a 4xx permanent. A page or a foreign body (a gateway, an IP block) says
 * nothing about the order: taken for a 404 it would claw back a sale that is still there.
 */
export function apiFailure(answer: HttpAnswer, operation: string, now: Instant): BlingApiError {
  const body = readErrorBody(answer.json);
  const { kind, retryAfterMs } = judge(answer, body, now);
  return new BlingApiError(kind, operation, {
    status: answer.status,
    retryAfterMs,
    requestId: answer.requestId ?? undefined,
    type: body?.type,
    fields: body?.fields,
  });
}

/** Whether the answer says that nobody is to ask for a while; null: it concerns this call alone, or a second. */
export function refusalIn(answer: HttpAnswer, now: Instant): Refusal | null {
  const { status } = answer;
  if (status !== 429 && status !== 403) return null;
  const { kind, retryAfterMs = 0 } = judge(answer, readErrorBody(answer.json), now);
  if (retryAfterMs <= SECOND_MS) return null;
  return { why: kind === 'day_quota' ? 'day' : 'address', pauseMs: retryAfterMs };
}

/**
 * Whether Bling cannot answer just now: nobody is to ask it then. A 4xx of its own is an answer; a page, whatever its status, is from
 * what stands before it, or says that it is closed.
 */
export function isSilence({ status, json }: HttpAnswer): boolean {
  if (status >= 500 || status === 408 || json === undefined) return true;
  return status >= 400 && status !== 401 && readErrorBody(json) === null;
}

interface Judgement {
  kind: BlingApiErrorKind;
  retryAfterMs?: number;
}

function judge({ status, json }: HttpAnswer, body: BlingErrorBody | null, now: Instant): Judgement {
  if (status === 429) return tooMany(body, now);
  if (status >= 500 || status === 408) return { kind: 'unavailable' };
  if (status === 401 && json !== undefined) return { kind: 'unauthorized' };
  if (body === null) return { kind: 'unavailable', retryAfterMs: status === 403 ? BLOCK_MS : undefined };
  if (status === 403) return { kind: 'forbidden' };
  if (status === 404) return { kind: body.type === 'RESOURCE_NOT_FOUND' ? 'not_found' : 'invalid_answer' };
  return { kind: status >= 400 ? 'rejected' : 'invalid_answer' };
}

function tooMany(body: BlingErrorBody | null, now: Instant): Judgement {
  if (body === null) return { kind: 'rate_limited', retryAfterMs: BLOCK_MS };
  if (body.period !== 'day') return { kind: 'rate_limited', retryAfterMs: SECOND_MS };
  // When exactly the quota opens again is not documented, hence at most an hour between two looks.
  return { kind: 'day_quota', retryAfterMs: Math.min(HOUR_MS, untilTomorrow(now)) };
}

import type { BlingErrorField } from './error-body';

/** Why a call to the Bling API gave no result. */
export type BlingApiErrorKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'rejected'
  | 'rate_limited'
  | 'day_quota'
  | 'unavailable'
  | 'timeout'
  | 'invalid_answer';

/**
 * What happened and what to do, per kind. The first four are permanent: the same call cannot succeed later.
 */
const MEANING: Record<BlingApiErrorKind, string> = {
  unauthorized: 'the access token was refused twice; the merchant has to authorise the connection again',
  forbidden: 'the app lacks the scope or the user the permission; grant it in Bling and authorise again',
  not_found: 'it does not exist in this account; check the id',
  rejected: 'the request is not acceptable to Bling; this needs a correction of the call',
  rate_limited: 'too many requests per second on this account; repeat after the pause',
  day_quota: "the account's daily quota is used up; it opens again tomorrow, Brasília time",
  unavailable: 'Bling or the way to it is down; repeat later',
  timeout: 'the answer did not come in time; repeat later',
  invalid_answer: 'the answer has not the documented shape; repeat later, and report it if it stays',
};

const PERMANENT: ReadonlySet<BlingApiErrorKind> = new Set([
  'unauthorized',
  'forbidden',
  'not_found',
  'rejected',
]);

/** What is known about a failed call besides its kind. */
export interface BlingApiErrorDetails {
  status?: number;
  /** How long to wait before the next try, where Bling's limits say so. Absent: the caller's own back-off. */
  retryAfterMs?: number;
  /** Bling's request id, for its support. */
  requestId?: string;
  /** Bling's error type (`insufficient_scope`, `VALIDATION_ERROR`), or the system's code. */
  type?: string;
  fields?: BlingErrorField[];
  /** Whether Bling was asked and waited for; false: it is not this caller's turn, or he broke off. @default true */
  asked?: boolean;
}

/** A failed call to the Bling API. Carries codes and ids only: no texts of Bling's, no personal data. */
export class BlingApiError extends Error {
  readonly status?: number;
  retryAfterMs?: number;
  readonly requestId?: string;
  readonly type?: string;
  readonly fields: BlingErrorField[];
  /** Whether Bling was asked and waited for; false: this caller is to come back when it is his turn, or broke off himself. */
  readonly asked: boolean;
  /** Whether nobody is to ask just now, and the caller has his turn after that, in `retryAfterMs`. */
  waits = false;
  /** Whether repeating the call is pointless until a person has changed something. */
  readonly permanent: boolean;

  /** @param operation What was attempted, in words: `read order`. */
  constructor(
    readonly kind: BlingApiErrorKind,
    operation: string,
    details: BlingApiErrorDetails = {},
  ) {
    const facts = [details.status, details.type].filter((fact) => fact !== undefined).join(' ');
    super(`Bling: could not ${operation}${facts ? ` (${facts})` : ''}: ${MEANING[kind]}.`);
    this.name = 'BlingApiError';
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    this.requestId = details.requestId;
    this.type = details.type;
    this.fields = details.fields ?? [];
    this.asked = details.asked ?? true;
    this.permanent = PERMANENT.has(kind);
  }

  /** The caller has been given a turn, in so long. */
  putOff(ms: number): void {
    this.retryAfterMs = ms;
    this.waits = true;
  }
}

/** Whether one thing was refused by itself, for good: that says nothing of others, as an access that is refused does. */
export function isRefusedByItself(error: unknown): boolean {
  return error instanceof BlingApiError && error.permanent && error.kind !== 'unauthorized';
}

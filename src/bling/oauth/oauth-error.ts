import { readErrorBody } from '../http';
import type { HttpAnswer } from '../http';

/** Why Bling gave no tokens. */
export type BlingOAuthErrorKind =
  | 'invalid_grant'
  | 'invalid_client'
  | 'inactive_company'
  | 'code_reused'
  | 'rejected'
  | 'rate_limited'
  | 'unavailable'
  | 'timeout'
  | 'invalid_answer';

const MEANING: Record<BlingOAuthErrorKind, string> = {
  invalid_grant: 'the code or refresh token is expired, used or revoked; the merchant has to authorise again',
  invalid_client: 'the client id or secret is wrong; correct BLING_CLIENT_ID and BLING_CLIENT_SECRET',
  inactive_company: "the merchant's Bling company is inactive; it has to be reactivated and authorised again",
  code_reused: 'the code was used twice and Bling has revoked the user; the merchant has to authorise again',
  rejected: 'Bling refused the request; the merchant has to authorise again',
  rate_limited: 'too many token requests from this address; repeat after the pause',
  unavailable: 'Bling or the way to it is down',
  timeout: 'the answer did not come in time',
  invalid_answer: 'the answer has not the documented shape',
};

/** Those after which the same request may succeed. The app's credentials are the installation's: once they are right, the merchant's tokens are as good as before. */
const PASSING: ReadonlySet<BlingOAuthErrorKind> = new Set([
  'invalid_client',
  'rate_limited',
  'unavailable',
  'timeout',
  'invalid_answer',
]);

/** More than 20 token requests in a minute block the address for an hour (developer.bling.com.br/limites). */
const BLOCK_MS = 3_600_000;

/** Which of the token requests failed. */
export type GrantOperation = 'exchange' | 'refresh' | 'revoke';

/** A failed token request. Carries neither codes nor tokens nor Bling's texts. */
export class BlingOAuthError extends Error {
  /**
   * Whether the request must not be repeated. Always so for an exchange: a code presented twice makes Bling
   * revoke the user, and whether the first try arrived cannot be known.
   */
  readonly permanent: boolean;

  constructor(
    readonly kind: BlingOAuthErrorKind,
    operation: GrantOperation,
    readonly status?: number,
    readonly retryAfterMs?: number,
  ) {
    const permanent = operation === 'exchange' || !PASSING.has(kind);
    const next = PASSING.has(kind)
      ? `; ${permanent ? 'the code may be spent: start the authorisation again' : 'repeat later'}`
      : '';
    super(`Bling: token ${operation} failed${status ? ` (${status})` : ''}: ${MEANING[kind]}${next}.`);
    this.name = 'BlingOAuthError';
    this.permanent = permanent;
  }
}

/** Turns an answer of the token endpoint that is not a success into a typed error. */
export function oauthFailure(answer: HttpAnswer, operation: GrantOperation): BlingOAuthError {
  const kind = judge(answer);
  return new BlingOAuthError(kind, operation, answer.status, kind === 'rate_limited' ? BLOCK_MS : undefined);
}

/** The statuses that go with these bodies are not documented, so the body decides before the status. */
function judge({ status, json }: HttpAnswer): BlingOAuthErrorKind {
  const body = readErrorBody(json);
  // A page in place of Bling's own refusal is how a blocked address is answered.
  if (status === 429 || (status === 403 && body === null)) return 'rate_limited';
  if (body === null || status >= 500 || status === 408) return 'unavailable';
  if (body.type === 'invalid_grant') return 'invalid_grant';
  if (body.type === 'invalid_client' || body.type === 'unauthorized_client') return 'invalid_client';
  if (/already been used/i.test(body.description)) return 'code_reused';
  if (/inativa/i.test(body.description)) return 'inactive_company';
  return 'rejected';
}

import { z } from 'zod';
import { blingCalls } from '../../metrics';
import type { Instant } from '../../loyalty';
import { BlingApiError, apiFailure, isSilence, NoAnswerError, callBling, refusalIn } from '../http';
import type {
  BlingApiErrorKind,
  HttpAnswer,
  BlingAccount,
  BlingLog,
  Fetch,
  RateLimiter,
  TokenSource,
} from '../http';
import type { ApiCall } from './calls';

/** What the requests need; see `createBlingClient`. */
export interface RequesterOptions {
  apiUrl: string;
  tokens: TokenSource;
  limiter: RateLimiter;
  fetch: Fetch;
  timeoutMs: number;
  now: () => Instant;
  /** Whether its caller has broken off what `fetch` does just now. */
  brokenOff: () => boolean;
  log?: BlingLog;
}

/** Authorised, rate-limited reads of the Bling API. */
export interface Requester {
  /**
   * Reads for a connection: one permit per HTTP call, and one token refresh if the first call is answered
   * with 401.
   */
  get<T>(account: BlingAccount, call: ApiCall<T>): Promise<T>;
  /** Reads with a token whose company is not known yet, so without a permit and without a refresh. */
  getWithToken<T>(accessToken: string, call: ApiCall<T>): Promise<T>;
}

/**
 * Builds the requests on the ports given. Every failure is a `BlingApiError` or what the token source throws.
 */
export function createRequester(options: RequesterOptions): Requester {
  const { tokens, limiter, log } = options;

  async function tell(companyId: string, answer: HttpAnswer): Promise<void> {
    if (answer.status >= 400) await limiter.erred();
    const refusal = refusalIn(answer, options.now());
    if (refusal) return limiter.refused(companyId, refusal);
    return isSilence(answer) ? limiter.unanswered(companyId) : limiter.answered(companyId);
  }

  /** Tells of what is asked for a company whether there is an answer. Tokens that had not to be asked for say nothing. */
  async function answering<T extends HttpAnswer | string>(
    { companyId }: BlingAccount,
    asked: Promise<T>,
  ): Promise<T> {
    try {
      const answer = await asked;
      if (typeof answer !== 'string') await tell(companyId, answer);
      return answer;
    } catch (error) {
      if (isUnanswered(error)) await limiter.unanswered(companyId, error.retryAfterMs);
      throw error;
    }
  }

  /** Whoever meets that nobody is to ask just now has his turn after that, like those who do not ask any more. */
  async function inTurn<T>({ companyId }: BlingAccount, asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof BlingApiError && PASSES_WITH_TIME.has(error.kind)) {
        const comeBackMs = await limiter.standBack(companyId);
        if (comeBackMs !== null) error.putOff(Math.max(comeBackMs, error.retryAfterMs ?? 0));
      }
      throw error;
    }
  }

  async function get<T>(account: BlingAccount, call: ApiCall<T>): Promise<T> {
    await inTurn(account, tokens.requireHope(account.connectionId));
    // The turn before the token: those who wait for it need none.
    const lateMs = await limiter.take(account.companyId);
    return inTurn(account, ask(account, call, lateMs));
  }

  async function ask<T>(account: BlingAccount, call: ApiCall<T>, lateMs: number): Promise<T> {
    const takenAt = options.now();
    const token = await answering(account, tokens.accessToken(account.connectionId));
    await ownTurn(account, lateMs + options.now() - takenAt);
    const answer = await answering(account, send(options, token, call));
    if (!refused(answer)) return read(answer, call, options.now());
    const fresh = await answering(account, tokens.refreshAfter401(account.connectionId, token));
    await ownTurn(account, await limiter.take(account.companyId));
    return read(await answering(account, send(options, fresh, call)), call, options.now());
  }

  /**
   * Takes another turn for one that was so long ago: whoever comes after that has not waited, and used late it would be one too many of
   * their second. A process too busy to be in time at all goes on all the same, and so does one whose next turn is further off: a 429 costs
   * less than asking for turns for ever.
   */
  async function ownTurn({ companyId }: BlingAccount, agoMs: number): Promise<void> {
    let lateMs = agoMs;
    for (let more = MOST_TURNS - 1; more > 0 && lateMs > TURN_LASTS_MS; more -= 1) {
      try {
        lateMs = await limiter.take(companyId);
      } catch (error) {
        if (error instanceof BlingApiError && !error.asked) return;
        throw error;
      }
    }
  }

  async function getWithToken<T>(accessToken: string, call: ApiCall<T>): Promise<T> {
    return read(await send(options, accessToken, call), call, options.now());
  }

  return {
    get: (account, call) => logged(log, account, call, get(account, call)),
    getWithToken: (accessToken, call) => logged(log, {}, call, getWithToken(accessToken, call)),
  };
}

/** Calls of a company keep a fifth of a second more distance than they must. */
const TURN_LASTS_MS = 200;
/** So many turns one call takes at most. */
const MOST_TURNS = 3;

/** What may have begun a pause, or have met one. */
const PASSES_WITH_TIME: ReadonlySet<BlingApiErrorKind> = new Set([
  'unavailable',
  'timeout',
  'rate_limited',
  'day_quota',
]);

function isUnanswered(error: unknown): error is BlingApiError {
  return error instanceof BlingApiError && error.asked && ['timeout', 'unavailable'].includes(error.kind);
}

/** A page with status 401 is a block or a gateway, and no reason to spend a refresh. */
function refused(answer: HttpAnswer): boolean {
  return answer.status === 401 && answer.json !== undefined;
}

async function send(options: RequesterOptions, token: string, call: ApiCall<unknown>): Promise<HttpAnswer> {
  const url = new URL(options.apiUrl.replace(/(?<!\/)\/+$/, '') + call.path);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.append(name, String(value));
  // enable-jwt: Bling phases opaque tokens out and wants the header on every call
  // (developer.bling.com.br/migracao-jwt).
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'enable-jwt': '1' };
  try {
    return await callBling(options.fetch, url, { method: 'GET', headers }, options.timeoutMs);
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    // Whoever hangs up has not been met with silence.
    if (options.brokenOff())
      throw new BlingApiError('unavailable', call.operation, { type: 'broken_off', asked: false });
    throw new BlingApiError(error.kind, call.operation, { type: error.reason });
  }
}

function read<T>(answer: HttpAnswer, call: ApiCall<T>, now: Instant): T {
  if (answer.status < 200 || answer.status > 299) throw apiFailure(answer, call.operation, now);
  const result = z.object({ data: call.data }).safeParse(answer.json);
  if (result.success) return result.data.data;
  throw new BlingApiError('invalid_answer', call.operation, {
    status: answer.status,
    requestId: answer.requestId ?? undefined,
    // The path only: the value there may be personal.
    type: answer.json === undefined ? 'not JSON' : `at ${result.error.issues[0]?.path.join('.') || 'data'}`,
  });
}

async function logged<T>(
  log: BlingLog | undefined,
  account: Partial<BlingAccount>,
  call: ApiCall<T>,
  result: Promise<T>,
): Promise<T> {
  try {
    const answer = await result;
    blingCalls.inc({ operation: call.operation, outcome: 'ok' });
    return answer;
  } catch (error) {
    const outcome = outcomeOf(error);
    blingCalls.inc({ operation: call.operation, outcome });
    // A missing thing is an answer like any other: deleted orders are asked for too. Who waits for his turn has not failed.
    if (error instanceof BlingApiError && error.asked && error.kind !== 'not_found') {
      const { kind, status, type, requestId, retryAfterMs } = error;
      log?.warn(
        { ...account, operation: call.operation, kind, status, type, requestId, retryAfterMs },
        'Bling call failed',
      );
    }
    throw error;
  }
}

function outcomeOf(error: unknown): string {
  if (!(error instanceof BlingApiError)) return 'not_called';
  return error.asked ? error.kind : 'waiting';
}

import { setTimeout as delay } from 'node:timers/promises';
import { BlingApiError, BlingOAuthError } from '../../../bling';
import { Problem } from '../../http/problem';

/** A person waits this long for a turn among the sales of the day. */
const PATIENCE_MS = 6_000;
const SHORTEST_WAIT_MS = 250;

/**
 * What Bling answers to a person who waits, for a turn too where its limits are used up for a moment; its failures as
 * problems that say what to do next. @throws Problem
 */
export async function askBling<T>(question: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await question();
    } catch (error) {
      const wait = waitForTurn(error);
      if (wait === null || Date.now() + wait > deadline) throw problemIn(error);
      await delay(wait);
    }
  }
}

/** How long until a turn may come; null where waiting does not help. */
function waitForTurn(error: unknown): number | null {
  if (!(error instanceof BlingApiError)) return null;
  const { kind, asked, retryAfterMs } = error;
  const turnComes = kind === 'rate_limited' || (!asked && retryAfterMs !== undefined);
  return turnComes ? Math.max(SHORTEST_WAIT_MS, retryAfterMs ?? 0) : null;
}

function problemIn(error: unknown): unknown {
  if (error instanceof BlingOAuthError)
    return new Problem(error.permanent ? 'bling_authorization_needed' : 'bling_unavailable', {
      cause: error,
    });
  if (!(error instanceof BlingApiError)) return error;
  const { kind, retryAfterMs } = error;
  switch (kind) {
    case 'unauthorized':
    case 'forbidden':
      return new Problem('bling_authorization_needed', { cause: error });
    case 'rate_limited':
    case 'day_quota':
      return new Problem('bling_busy', { cause: error, ...retryAfter(retryAfterMs) });
    case 'not_found':
    case 'rejected':
    case 'unavailable':
    case 'timeout':
    case 'invalid_answer':
      return new Problem('bling_unavailable', { cause: error, ...retryAfter(retryAfterMs) });
  }
}

function retryAfter(ms: number | undefined): { headers?: Record<string, string> } {
  return ms === undefined ? {} : { headers: { 'Retry-After': String(Math.max(1, Math.ceil(ms / 1_000))) } };
}

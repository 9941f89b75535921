import { BlingApiError, BlingOAuthError } from '../../bling';
import { Problem } from '../problem';

/** What Bling answers to a person who waits, its failures as problems that say what to do next. @throws Problem */
export async function askBling<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw problemIn(error);
  }
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

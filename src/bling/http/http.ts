import { mendedJson } from '../../text';
import type { Fetch } from './ports';

/** What an HTTP call to Bling came back with, whatever the status. */
export interface HttpAnswer {
  status: number;
  /** The parsed body, its texts mended: no order is refused for a stray character. `undefined` when it is not JSON: a block page, an HTML error, a truncated answer. */
  json: unknown;
  /** Bling's `x-amzn-RequestId`, which its support asks for. */
  requestId: string | null;
}

/** Nothing usable came back: the network failed, or the answer was not complete in time. */
export class NoAnswerError extends Error {
  /** @param reason The system's code where there is one, such as `ECONNREFUSED`. */
  constructor(
    readonly kind: 'timeout' | 'unavailable',
    readonly reason: string,
  ) {
    super(`No answer from Bling (${reason}).`);
    this.name = 'NoAnswerError';
  }
}

/**
 * One HTTP call. `timeoutMs` covers it whole, the reading of the body included.
 *
 * @throws NoAnswerError and nothing else; every status is an answer.
 */
export async function callBling(
  fetch: Fetch,
  url: string | URL,
  request: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: URLSearchParams },
  timeoutMs: number,
): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
    const body = await response.text();
    return {
      status: response.status,
      json: parsed(body),
      requestId: response.headers.get('x-amzn-requestid'),
    };
  } catch (error) {
    throw noAnswer(error);
  }
}

function parsed(body: string): unknown {
  try {
    return mendedJson(body);
  } catch {
    return undefined;
  }
}

function noAnswer(error: unknown): NoAnswerError {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return new NoAnswerError('timeout', 'timeout');
  return new NoAnswerError('unavailable', typeof cause?.code === 'string' ? cause.code : 'network');
}

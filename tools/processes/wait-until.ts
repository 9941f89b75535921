import { setTimeout as pause } from 'node:timers/promises';
import { RetornoToolError } from './tool-error';

/** What was waited for did not come in time. */
export class WaitTimeoutError extends RetornoToolError {
  constructor(what: string, timeoutMs: number, lastError: unknown) {
    const why = lastError instanceof Error ? ` Last answer: ${lastError.message}` : '';
    super('wait_timeout', `${what} was not so within ${Math.round(timeoutMs / 1000)} s.${why}`, {
      cause: lastError,
    });
  }
}

/** How often and how long to ask. */
export interface WaitOptions {
  /** The condition in words, for the error: "MongoDB is ready". */
  readonly what: string;
  readonly timeoutMs: number;
  /** Pause between two questions. Default 100. */
  readonly everyMs?: number;
  /** Which errors mean "not yet"; any other ends the wait at once. Default: all of them. */
  readonly isNotYet?: (error: unknown) => boolean;
  /** Gives up at once when it aborts, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Asks until the answer is neither `undefined` nor `false` and gives it.
 *
 * @throws {WaitTimeoutError} after `timeoutMs`, with the last error as its cause
 */
export async function waitUntil<T>(
  ask: () => Promise<T | undefined | false>,
  { what, timeoutMs, everyMs = 100, isNotYet = () => true, signal }: WaitOptions,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let lastError: unknown;
  for (;;) {
    signal?.throwIfAborted();
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      if (!isNotYet(error)) throw error;
      lastError = error;
    }
    if (Date.now() >= deadline) throw new WaitTimeoutError(what, timeoutMs, lastError);
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

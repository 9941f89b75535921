import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import { BlingApiError } from '../../bling';
import { LedgerError, Refusal } from '../../loyalty';
import { EngineUnavailableError } from '../../runs';
import { ConcurrentChangeError, DecryptionError, isDuplicateKey } from '../../store';

/**
 * The one place where errors become failures that Temporal understands: a refusal is final, expected, and carries our public
 * code and its facts; a defect in the ledger and a key that is taken are final and loud; everything else is tried again.
 */
export class FailureInterceptor implements ActivityInboundCallsInterceptor {
  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    try {
      return await next(input);
    } catch (error) {
      throw toFailure(error);
    }
  }
}

/** What an error of a step is to Temporal. Errors of no known kind come back as they are, and are tried again. */
export function toFailure(error: unknown): unknown {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof Refusal)
    return ApplicationFailure.create({
      type: error.code,
      message: error.message,
      nonRetryable: true,
      details: [error.facts],
      category: ApplicationFailureCategory.BENIGN,
    });
  if (error instanceof LedgerError)
    return ApplicationFailure.create({ type: 'LedgerError', message: error.message, nonRetryable: true });
  if (error instanceof BlingApiError)
    return ApplicationFailure.create({
      type: `Bling.${error.kind}`,
      message: error.message,
      ...(error.kind === 'rate_limited' ? { category: ApplicationFailureCategory.BENIGN } : {}),
      ...(error.retryAfterMs === undefined ? {} : { nextRetryDelay: error.retryAfterMs }),
    });
  // What may be written twice, or by two at once, is handled where it is written: another try would meet the same again. The
  // driver's own text names the value.
  if (isDuplicateKey(error))
    return ApplicationFailure.create({
      type: 'DuplicateKey',
      message: 'A unique key was taken by something else.',
      nonRetryable: true,
    });
  if (isPassing(error)) return ApplicationFailure.create({ type: error.name, message: error.message });
  return error;
}

/** What another try, or another worker's setting, gets past. */
function isPassing(error: unknown): error is Error {
  return (
    error instanceof ConcurrentChangeError ||
    error instanceof DecryptionError ||
    error instanceof EngineUnavailableError
  );
}

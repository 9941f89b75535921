import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import { BlingApiError } from '../../bling';
import { LedgerError, Refusal } from '../../loyalty';
import { ConcurrentChangeError, DecryptionError, UnknownCustomerError } from '../../store';

/**
 * The one place where errors become failures that Temporal understands: a refusal is final and carries our public code,
 * a defect in the ledger is final and loud, everything else is tried again.
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

function toFailure(error: unknown): unknown {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof Refusal)
    return ApplicationFailure.create({
      type: error.code,
      message: error.message,
      nonRetryable: true,
      details: [error.facts],
      category: ApplicationFailureCategory.BENIGN,
    });
  if (error instanceof UnknownCustomerError)
    return ApplicationFailure.create({
      type: 'customer_not_found',
      message: error.message,
      nonRetryable: true,
      details: [{}],
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
  if (error instanceof ConcurrentChangeError || error instanceof DecryptionError)
    return ApplicationFailure.create({ type: error.name, message: error.message });
  return error;
}

import { ApplicationFailure } from '@temporalio/workflow';
import { ApplicationFailureCategory } from '@temporalio/common';
import type { RefusalCode } from '../loyalty';
import type { ReturnRequest, VoucherRequest } from './definitions';

/**
 * A refusal as workflows can throw it, in the form in which steps throw theirs: the type is our public code, the details are
 * its facts, of which a workflow has none. An answer to the caller, not a failure of the run.
 */
export function refusal(code: RefusalCode): ApplicationFailure {
  return ApplicationFailure.create({
    type: code,
    message: `Refused: ${code}`,
    nonRetryable: true,
    details: [{}],
    category: ApplicationFailureCategory.BENIGN,
  });
}

/** Whether a number is an amount: whole and not negative. */
export function isWhole(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0;
}

/** Synchronous and pure, as validators must be: a refusal here writes no history. */
export function refuseNonsenseVoucher({ saleTotalCents }: VoucherRequest): void {
  if (saleTotalCents === null || !isWhole(saleTotalCents)) throw refusal('invalid_request');
}

/** A return says how much, or which lines. */
export function refuseNonsenseReturn({ amountCents, items }: ReturnRequest): void {
  const byAmount = amountCents !== null && isWhole(amountCents) && amountCents > 0 && items.length === 0;
  const byLines = amountCents === null && items.length > 0;
  if (!byAmount && !byLines) throw refusal('invalid_request');
}

import { ApplicationFailure } from '@temporalio/workflow';
import type { ReturnRequest, VoucherRequest } from './definitions';

/** A refusal that carries our public code: an answer to the caller, not a failure of the run. */
export function refusal(code: string): ApplicationFailure {
  return ApplicationFailure.create({
    type: code,
    message: `Refused: ${code}`,
    nonRetryable: true,
    details: [{}],
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

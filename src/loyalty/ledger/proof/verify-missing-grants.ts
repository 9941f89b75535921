import type { Grant, Lot } from '..';
import { grantKey } from './grant-key';
import type { LedgerProblem } from './ledger-problem';

/** Whether every lot of a sale belongs to a grant: without one, the sale would be paid again. */
export function missingGrantProblems(lots: readonly Lot[], grants: readonly Grant[]): LedgerProblem[] {
  const known = new Set(grants.map(grantKey));
  return lots
    .filter((lot) => lot.saleId !== null && !known.has(grantKey(lot)))
    .map(({ id, saleId, ruleId }) => ({
      subject: id,
      problem: `is on no account of sale ${saleId} and rule ${ruleId}`,
    }));
}

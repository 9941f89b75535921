import type { Grant, Lot } from '..';
import type { LedgerProblem } from './ledger-problem';

/** Whether everything a sale gave is on an account: without one, the sale would be paid again. */
export function missingGrantProblems(lots: readonly Lot[], grants: readonly Grant[]): LedgerProblem[] {
  const accounts = new Set(grants.map(grantKey));
  return lots
    .filter((lot) => lot.saleId !== null && !accounts.has(grantKey(lot)))
    .map(({ id, saleId, ruleId }) => ({
      subject: id,
      problem: `is on no account of sale ${saleId} and rule ${ruleId}`,
    }));
}

function grantKey({ saleId, ruleId, type }: Pick<Lot, 'saleId' | 'ruleId' | 'type'>): string {
  return JSON.stringify([saleId, ruleId, type]);
}

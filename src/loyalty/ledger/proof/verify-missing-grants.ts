import type { Grant, Lot } from '..';
import type { LedgerProblem } from './ledger-problem';

/** Whether everything a sale gave is on an account: without one, the sale would be paid again. */
export function accountProblems(lots: readonly Lot[], grants: readonly Grant[]): LedgerProblem[] {
  const accounts = new Set(grants.map(accountOf));
  return lots
    .filter((lot) => lot.saleId !== null && !accounts.has(accountOf(lot)))
    .map(({ id, saleId, ruleId }) => ({
      subject: id,
      problem: `is on no account of sale ${saleId} and rule ${ruleId}`,
    }));
}

function accountOf({ saleId, ruleId, type }: Pick<Lot, 'saleId' | 'ruleId' | 'type'>): string {
  return JSON.stringify([saleId, ruleId, type]);
}

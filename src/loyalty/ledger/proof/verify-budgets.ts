import type { LotType } from '..';
import type { LedgerProblem } from './ledger-problem';

/** A budget's counter, and what the grants of its rule come to by themselves. */
export interface CountedBudget {
  ruleId: string;
  type: LotType;
  counted: number;
  deserved: number;
}

/** Whether each budget's counter says what the grants of its rule deserve together (R15). */
export function budgetProblems(budgets: readonly CountedBudget[]): LedgerProblem[] {
  return budgets
    .filter(({ counted, deserved }) => counted !== deserved)
    .map(({ ruleId, type, counted, deserved }) => ({
      subject: `budget of ${type} by rule ${ruleId}`,
      problem: `counts ${counted}, grants give ${deserved}`,
    }));
}

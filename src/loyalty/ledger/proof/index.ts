export { budgetProblems } from './verify-budgets';
export type { CountedBudget } from './verify-budgets';
export type { LedgerProblem } from './ledger-problem';
export type { ReplayState } from './replay-state';
export { inOrder } from './verify-order';
export { replayState, verifyCustomer, verifyFamily } from './verify';
export type { LedgerCase } from './verify';

export type { LedgerProblem } from './ledger-problem';
export { verifyCustomer, verifyFamily } from './verify';
export type { LedgerCase } from './verify';

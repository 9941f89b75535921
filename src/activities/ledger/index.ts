export { createLedgerProofSteps } from './prove-ledger';
export type { LedgerProofSteps } from './prove-ledger';

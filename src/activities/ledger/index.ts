export { createLedgerProofSteps } from './prove-ledger';
export type { LedgerProofSteps, LedgerVerdict } from './prove-ledger';

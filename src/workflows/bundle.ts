/** The entry of the workflow bundle: every workflow a worker runs, under its name. */
export { connection } from './connection';
export { customer } from './customer';
export { customerMerge } from './customer-merge';
export { contactImport } from './contact-import';
export { dailySweep } from './daily-sweep';
export { fileImport } from './file-import';
export { ledgerProof } from './ledger-proof';
export { ledgerSealing } from './ledger-sealing';
export { lostRuns } from './lost-runs';
export { parkedSales } from './parked-sales';
export { reconciliation } from './reconciliation';
export { redemption } from './redemption';
export { sale } from './sale';
export { simulation } from './simulation';

export { createConfirmRepairs, createEndReconciliation } from './end-reconciliation';
export type { ReconciliationReceipt } from './end-reconciliation';
export { createReconcilePage } from './reconcile-page';
export type { ReconciledPage } from './reconcile-page';
export { identityOf } from './wake-orders';

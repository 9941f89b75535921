export { createActivities } from './activities';
export type { Activities } from './activities';
export type { ConnectionLook, ReconciliationReceipt } from './connection';
export type { CustomerOutcome, CustomersWoken } from './follow-up';
export type { ContactImportProgress, ImportProgress } from './import';
export type { LedgerVerdict } from './ledger';
export type { LostRuns } from './lost-run';
export type { RedemptionStep } from './redemption';
export {
  blingCaller,
  createRaiseDefect,
  FailureInterceptor,
  ClockInterceptor,
  HeartbeatInterceptor,
  stepContext,
  isStepBrokenOff,
  stepFetch,
  StuckStepInterceptor,
} from './runtime';
export { createRestEnd } from './sale';
export type { SaleOutcome } from './sale';
export type { SimulationReceipt } from './simulation';
export type { SimulationFailure } from '../store';

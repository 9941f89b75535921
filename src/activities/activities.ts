import type { ImportEnd, ReconciliationEnd } from '../store';
import type {
  ClaimRequest,
  ConnectionInput,
  FileImportInput,
  ParkedPlace,
  ParkedSalesInput,
  ReconcilePlace,
  ReconciliationInput,
  ReturnRequest,
  SaleInput,
  StateChange,
} from '../workflows';
import {
  createClaimSale,
  createPassTime,
  createReadSale,
  createReturnGoods,
  createSettleBenefit,
  createWakeParkedSales,
  createWakeSalesStep,
} from './sale';
import type { ActivityDeps } from './runtime';
import {
  createConfirmRepairs,
  createEndReconciliation,
  createKeepTokens,
  createLookAtConnection,
  createMailConnectionState,
  createNoteConnectionState,
  createRevokeAccess,
  createReconcilePage,
} from './connection';
import type { ConnectionLook, ReconciledPage, ReconciliationReceipt } from './connection';
import { createCustomerMergeSteps, createIdentify, createIdentifyCustomer } from './customer';
import type { CustomerMergeSteps } from './customer';
import { createFollowUpSteps } from './follow-up';
import type { FollowUpSteps } from './follow-up';
import { createContactImportSteps, createEndImport, createImportRows } from './import';
import type { ContactImportSteps, ImportProgress } from './import';
import { createLedgerProofSteps } from './ledger';
import { createWakeLostRuns } from './lost-run';
import type { LostRuns } from './lost-run';
import type { LedgerProofSteps } from './ledger';
import type { SaleReading, SaleOutcome, ChangeSale, WokenParked } from './sale';
import { createRedemptionSteps, createVoucherSteps } from './redemption';
import type { RedemptionSteps, VoucherSteps } from './redemption';
import { createGiveUpMessage, createSendMessage } from './notice';
import { createSimulationSteps } from './simulation';
import type { SimulationSteps } from './simulation';

type SaleStep = (input: SaleInput) => Promise<SaleOutcome>;

/** The steps of the workflows, by the names the Temporal UI shows. */
export interface Activities
  extends
    RedemptionSteps,
    VoucherSteps,
    LedgerProofSteps,
    SimulationSteps,
    CustomerMergeSteps,
    ContactImportSteps,
    FollowUpSteps {
  readSale: (input: SaleInput) => Promise<SaleReading>;
  identifyCustomer: (input: SaleInput) => Promise<{ customerId: string | null }>;
  settleBenefit: SaleStep;
  activateBenefit: SaleStep;
  expireBenefit: SaleStep;
  letGoVouchers: SaleStep;
  returnGoods: ChangeSale<ReturnRequest>;
  claimSale: ChangeSale<ClaimRequest>;
  sendMessage: (input: SaleInput, key: string) => Promise<SaleOutcome>;
  giveUpMessage: (input: SaleInput, key: string) => Promise<SaleOutcome>;
  wakeLostRuns: (merchantId: string, lateMs: number) => Promise<LostRuns>;
  importRows: (input: FileImportInput) => Promise<ImportProgress>;
  endImport: (input: FileImportInput, how: ImportEnd) => Promise<ImportProgress>;
  wakeParkedSales: (input: ParkedSalesInput, after: ParkedPlace | null) => Promise<WokenParked>;
  lookAtConnection: (input: ConnectionInput, soon: boolean) => Promise<ConnectionLook>;
  keepTokens: (input: ConnectionInput) => Promise<{ refreshed: boolean }>;
  noteConnectionState: (input: ConnectionInput, change: StateChange) => Promise<void>;
  mailConnectionState: (input: ConnectionInput, change: StateChange) => Promise<void>;
  revokeAccess: (input: ConnectionInput) => Promise<void>;
  reconcilePage: (input: ReconciliationInput, place: ReconcilePlace) => Promise<ReconciledPage>;
  confirmRepairs: (input: ReconciliationInput) => Promise<{ left: number; details: string }>;
  endReconciliation: (
    input: ReconciliationInput,
    how: 'finished' | ReconciliationEnd,
    failure: string | null,
  ) => Promise<ReconciliationReceipt>;
  wakeSales: (merchantId: string, saleIds: string[], redemptionId: string) => Promise<void>;
}

/** Builds every step over what it works with. */
export function createActivities(deps: ActivityDeps): Activities {
  const passTime = createPassTime(deps);
  const identify = createIdentify(deps);
  return {
    readSale: createReadSale(deps, identify),
    identifyCustomer: createIdentifyCustomer(deps, identify),
    settleBenefit: createSettleBenefit(deps),
    activateBenefit: passTime,
    expireBenefit: passTime,
    letGoVouchers: passTime,
    returnGoods: createReturnGoods(deps),
    claimSale: createClaimSale(deps),
    sendMessage: createSendMessage(deps),
    giveUpMessage: createGiveUpMessage(deps),
    importRows: createImportRows(deps),
    endImport: createEndImport(deps),
    wakeLostRuns: createWakeLostRuns(deps),
    wakeParkedSales: createWakeParkedSales(deps),
    wakeSales: createWakeSalesStep(deps),
    lookAtConnection: createLookAtConnection(deps),
    keepTokens: createKeepTokens(deps),
    noteConnectionState: createNoteConnectionState(deps),
    mailConnectionState: createMailConnectionState(deps),
    revokeAccess: createRevokeAccess(deps),
    reconcilePage: createReconcilePage(deps),
    confirmRepairs: createConfirmRepairs(deps),
    endReconciliation: createEndReconciliation(deps),
    ...createRedemptionSteps(deps),
    ...createVoucherSteps(deps),
    ...createLedgerProofSteps(deps),
    ...createSimulationSteps(deps),
    ...createCustomerMergeSteps(deps),
    ...createContactImportSteps(deps),
    ...createFollowUpSteps(deps),
  };
}

import type { ClaimRequest, FileImportInput, ReturnRequest, SaleInput } from '../workflows';
import { createClaimSale } from './sale/claim-sale';
import type { ActivityDeps } from './runtime/deps';
import { createIdentifyCustomer } from './customer/identify-customer';
import { createImportRows } from './import/import-rows';
import type { ImportProgress } from './import/import-rows';
import { createPassTime } from './sale/pass-time';
import { createLedgerProofSteps } from './ledger/prove-ledger';
import type { LedgerProofSteps } from './ledger/prove-ledger';
import { createReadSale } from './sale/read-sale';
import type { SaleReading } from './sale/read-sale';
import { createRedemptionSteps } from './redemption/redemption-steps';
import type { RedemptionSteps } from './redemption/redemption-steps';
import type { SaleOutcome } from './sale/sale-outcome';
import { createReturnGoods } from './sale/return-goods';
import type { SaleChangeStep } from './sale/return-goods';
import { createSendMessage } from './notice/send-message';
import { createSettleBenefit } from './sale/settle-benefit';
import { createVoucherSteps } from './redemption/voucher-steps';
import type { VoucherSteps } from './redemption/voucher-steps';
import { createSimulationSteps } from './simulation/simulate-program';
import type { SimulationSteps } from './simulation/simulate-program';
import { createWakeSales } from './sale/wake-sales';

export type { ActivityDeps } from './runtime/deps';
export { FailureInterceptor } from './runtime/failures';
export { HeartbeatInterceptor } from './runtime/heartbeats';
export { stepContext } from './runtime/log-context';
export type { ImportProgress } from './import/import-rows';
export type { SaleReading } from './sale/read-sale';
export type { RedemptionStep } from './redemption/redemption-steps';
export type { SaleOutcome } from './sale/sale-outcome';
export type { SimulationReceipt } from './simulation/simulate-program';
export type { SimulationFailure } from '../store';

type SaleStep = (input: SaleInput) => Promise<SaleOutcome>;

/** The steps of the workflows, by the names the Temporal UI shows. */
export interface Activities extends RedemptionSteps, VoucherSteps, LedgerProofSteps, SimulationSteps {
  readSale: (input: SaleInput) => Promise<SaleReading>;
  identifyCustomer: (input: SaleInput) => Promise<{ customerId: string | null }>;
  settleBenefit: SaleStep;
  activateBenefit: SaleStep;
  expireBenefit: SaleStep;
  letGoVouchers: SaleStep;
  returnGoods: (input: SaleInput, request: ReturnRequest, callId: string) => Promise<SaleChangeStep>;
  claimSale: (input: SaleInput, request: ClaimRequest, callId: string) => Promise<SaleChangeStep>;
  sendMessage: (input: SaleInput, key: string) => Promise<SaleOutcome>;
  importRows: (input: FileImportInput) => Promise<ImportProgress>;
  wakeSales: (merchantId: string, saleIds: string[], redemptionId: string) => Promise<void>;
}

/** Builds every step over what it works with. */
export function createActivities(deps: ActivityDeps): Activities {
  const passTime = createPassTime(deps);
  return {
    readSale: createReadSale(deps),
    identifyCustomer: createIdentifyCustomer(deps),
    settleBenefit: createSettleBenefit(deps),
    activateBenefit: passTime,
    expireBenefit: passTime,
    letGoVouchers: passTime,
    returnGoods: createReturnGoods(deps),
    claimSale: createClaimSale(deps),
    sendMessage: createSendMessage(deps),
    importRows: createImportRows(deps),
    wakeSales: createWakeSales(deps),
    ...createRedemptionSteps(deps),
    ...createVoucherSteps(deps),
    ...createLedgerProofSteps(deps),
    ...createSimulationSteps(deps),
  };
}

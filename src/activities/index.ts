import type { ClaimRequest, FileImportInput, ReturnRequest, SaleInput } from '../workflows';
import { createClaimSale } from './claim-sale';
import type { ActivityDeps } from './deps';
import { createIdentifyCustomer } from './identify-customer';
import { createImportRows } from './import-rows';
import type { ImportProgress } from './import-rows';
import { createPassTime } from './pass-time';
import { createLedgerProofSteps } from './prove-ledger';
import type { LedgerProofSteps } from './prove-ledger';
import { createReadSale } from './read-sale';
import type { SaleReading } from './read-sale';
import { createRedemptionSteps } from './redemption-steps';
import type { RedemptionSteps } from './redemption-steps';
import type { SaleOutcome } from './sale-outcome';
import { createReturnGoods } from './return-goods';
import type { SaleChangeStep } from './return-goods';
import { createSendMessage } from './send-message';
import { createSettleBenefit } from './settle-benefit';
import { createVoucherSteps } from './voucher-steps';
import type { VoucherSteps } from './voucher-steps';
import { createSimulationSteps } from './simulate-program';
import type { SimulationSteps } from './simulate-program';
import { createWakeSales } from './wake-sales';

export type { ActivityDeps } from './deps';
export { FailureInterceptor } from './failures';
export { HeartbeatInterceptor } from './heartbeats';
export { stepContext } from './log-context';
export type { ImportProgress } from './import-rows';
export type { SaleReading } from './read-sale';
export type { RedemptionStep } from './redemption-steps';
export type { SaleOutcome } from './sale-outcome';
export type { SimulationReceipt } from './simulate-program';
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

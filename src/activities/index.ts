import type { SaleInput } from '../workflows';
import type { ActivityDeps } from './deps';
import { createIdentifyCustomer } from './identify-customer';
import { createPassTime } from './pass-time';
import { createReadSale } from './read-sale';
import type { SaleReading } from './read-sale';
import { createRedemptionSteps } from './redemption-steps';
import type { RedemptionSteps } from './redemption-steps';
import type { SaleOutcome } from './sale-outcome';
import { createSendMessage } from './send-message';
import { createSettleBenefit } from './settle-benefit';
import { createWakeSales } from './wake-sales';

export { createTokenSource } from './bling-access';
export type { ActivityDeps } from './deps';
export { FailureInterceptor } from './failures';
export { HeartbeatInterceptor } from './heartbeats';
export { stepContext } from './log-context';
export type { SaleReading } from './read-sale';
export type { RedemptionStep } from './redemption-steps';
export type { SaleOutcome } from './sale-outcome';

type SaleStep = (input: SaleInput) => Promise<SaleOutcome>;

/** The steps of the workflows, by the names the Temporal UI shows. */
export interface Activities extends RedemptionSteps {
  readSale: (input: SaleInput) => Promise<SaleReading>;
  identifyCustomer: (input: SaleInput) => Promise<{ customerId: string | null }>;
  settleBenefit: SaleStep;
  activateBenefit: SaleStep;
  expireBenefit: SaleStep;
  sendMessage: (input: SaleInput, key: string) => Promise<SaleOutcome>;
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
    sendMessage: createSendMessage(deps),
    wakeSales: createWakeSales(deps),
    ...createRedemptionSteps(deps),
  };
}

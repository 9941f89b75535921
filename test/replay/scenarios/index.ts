import { batchScenarios } from './batch-scenarios';
import { cancelledSaleScenarios } from './cancelled-sale-scenarios';
import { customerScenarios } from './customer-scenarios';
import { contactImportScenarios } from './contact-import-scenarios';
import { reconciliationScenarios } from './reconciliation-scenarios';
import { connectionScenarios } from './connection-scenarios';
import { redemptionScenarios } from './redemption-scenarios';
import { saleScenarios } from './sale-scenarios';
import { saleUpdateScenarios } from './sale-update-scenarios';
import { scheduleScenarios } from './schedule-scenarios';
import type { Scenario } from './scenario';

export { openStage } from './stage';
export type { Stage } from './stage';
export type { Scenario, Server } from './scenario';

/** Every way through the workflows of which a history is recorded. */
export const SCENARIOS: readonly Scenario[] = [
  ...saleScenarios,
  ...saleUpdateScenarios,
  ...cancelledSaleScenarios,
  ...redemptionScenarios,
  ...batchScenarios,
  ...contactImportScenarios,
  ...reconciliationScenarios,
  ...connectionScenarios,
  ...scheduleScenarios,
  ...customerScenarios,
];

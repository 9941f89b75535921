import { Crowd } from '../crowd';
import type { AppDeps } from '../deps';
import type { Route } from '../route';
import { adjustmentRoutes } from './adjustments';
import { alertRoutes } from './alerts';
import { blingIntegrationRoutes } from './bling-integration';
import { blingWebhookRoute } from './bling-webhook';
import { connectionRoutes } from './connections';
import { customerRoutes } from './customers';
import { healthRoutes } from './health';
import { importRoutes } from './imports';
import { ledgerRoutes } from './ledger';
import { mergeRoutes } from './merges';
import { postedSaleRoutes } from './posted-sales';
import { programRoutes } from './program';
import { redemptionRoutes } from './redemptions';
import { reviewRoutes } from './reviews';
import { saleChangeRoutes } from './sale-changes';
import { saleRoutes } from './sales';
import { simulationRoutes } from './simulations';
import { testSaleRoutes } from './test-sale';
import { voucherRoutes } from './vouchers';
import { whatsAppWebhookRoutes } from './whatsapp-webhook';

export { mountDocsPage, openApiRoute } from './documentation';

/** What the outside world calls: raw bytes, signed, as little as possible around them. */
export function webhookRoutes(deps: AppDeps): Route[] {
  return [blingWebhookRoute(deps), ...whatsAppWebhookRoutes(deps)];
}

/** Everything else, one file for each resource. */
export function resourceRoutes(deps: AppDeps): Route[] {
  const crowd = new Crowd();
  return [
    ...healthRoutes(deps),
    ...blingIntegrationRoutes(deps),
    ...connectionRoutes(deps),
    ...testSaleRoutes(deps),
    ...programRoutes(deps),
    ...simulationRoutes(deps),
    ...saleRoutes(deps),
    ...postedSaleRoutes(deps),
    ...saleChangeRoutes(deps, crowd),
    ...importRoutes(deps),
    ...customerRoutes(deps),
    ...mergeRoutes(deps),
    ...adjustmentRoutes(deps),
    ...redemptionRoutes(deps),
    ...reviewRoutes(deps),
    ...voucherRoutes(deps, crowd),
    ...ledgerRoutes(deps),
    ...alertRoutes(deps),
  ];
}

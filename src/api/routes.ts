import { Crowd } from '../runs/crowd';
import type { AppDeps } from './http/deps';
import type { Route } from './http/route';
import { adjustmentRoutes } from './ledger/adjustment-routes';
import { alertRoutes } from './alert/alert-routes';
import { blingIntegrationRoutes } from './connection/authorization/bling-integration-routes';
import { blingWebhookRoute } from './connection/bling-webhook';
import { connectionRoutes } from './connection/connection-routes';
import { customerRoutes } from './customer/customer-routes';
import { healthRoutes } from './http/health';
import { importRoutes } from './import/import-routes';
import { ledgerRoutes } from './ledger/ledger-routes';
import { mergeRoutes } from './customer/merge-routes';
import { postedSaleRoutes } from './sale/posted-sale-routes';
import { programRoutes } from './program/program-routes';
import { redemptionRoutes } from './redemption/redemption-routes';
import { reviewRoutes } from './review/review-routes';
import { saleChangeRoutes } from './sale/sale-change-routes';
import { saleRoutes } from './sale/sale-routes';
import { simulationRoutes } from './simulation/simulation-routes';
import { testSaleRoutes } from './connection/reference-sale/reference-sale-routes';
import { voucherRoutes } from './redemption/voucher-routes';
import { whatsAppWebhookRoutes } from './notice/whatsapp-webhook';

export { mountDocsPage, openApiRoute } from './http/documentation';

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

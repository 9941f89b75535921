import { RunGate } from '../runs';
import type { AppDeps, Route, StaffFirst } from './http';
import { accessRoutes } from './access';
import { activationRoutes } from './activation';
import { adjustmentRoutes, ledgerRoutes } from './ledger';
import { alertRoutes } from './alert';
import { auditRoutes } from './audit';
import { authorizationRoutes } from './connection/authorization';
import {
  blingWebhookRoute,
  choiceRoutes,
  connectionRoutes,
  reconciliationRoutes,
  standingRoutes,
} from './connection';
import { attemptRoutes, counterRoutes } from './counter';
import {
  customerRoutes,
  linkRoutes,
  lotRoutes,
  mergePreviewRoutes,
  mergeRoutes,
  registerRoutes,
  standInRoutes,
  suppressionRoutes,
} from './customer';
import { healthRoutes } from './http';
import { importRoutes } from './import';
import { overviewRoutes } from './overview';
import { customerPageRoutes, postedSaleRoutes, saleChangeRoutes, saleRoutes } from './sale';
import { programRoutes } from './program';
import { redemptionRoutes, VoucherDesk, voucherRoutes } from './redemption';
import { reportRoutes } from './report';
import { reviewRoutes } from './review';
import { previewRoutes, simulationRoutes, tryRoutes } from './simulation';
import { testSaleRoutes } from './connection/reference-sale';
import { messageRoutes, optOutRoutes, whatsAppWebhookRoutes } from './notice';
import { ownPageRoutes } from './own-page';

/** What the outside world calls: raw bytes, signed, as little as possible around them. */
export function webhookRoutes(deps: AppDeps): Route[] {
  return [blingWebhookRoute(deps), ...whatsAppWebhookRoutes(deps)];
}

/** Everything else, one file for each resource. */
export function resourceRoutes(deps: AppDeps, staffFirst: StaffFirst): Route[] {
  const gate = new RunGate();
  const desk = new VoucherDesk(deps, gate);
  return [
    ...healthRoutes(deps),
    ...accessRoutes(deps),
    ...authorizationRoutes(deps),
    ...connectionRoutes(deps),
    ...choiceRoutes(deps),
    ...standingRoutes(deps),
    ...reconciliationRoutes(deps),
    ...testSaleRoutes(deps),
    ...activationRoutes(deps),
    ...programRoutes(deps),
    ...simulationRoutes(deps),
    ...previewRoutes(deps),
    ...tryRoutes(deps),
    ...saleRoutes(deps),
    ...postedSaleRoutes(deps, staffFirst),
    ...saleChangeRoutes(deps, gate),
    ...importRoutes(deps),
    ...counterRoutes(deps, desk),
    ...attemptRoutes(deps),
    ...customerRoutes(deps),
    ...customerPageRoutes(deps),
    ...lotRoutes(deps),
    ...linkRoutes(deps),
    ...registerRoutes(deps),
    ...mergeRoutes(deps),
    ...mergePreviewRoutes(deps),
    ...standInRoutes(deps),
    ...optOutRoutes(deps),
    ...ownPageRoutes(deps),
    ...suppressionRoutes(deps),
    ...adjustmentRoutes(deps),
    ...redemptionRoutes(deps),
    ...reviewRoutes(deps),
    ...voucherRoutes(deps, desk),
    ...ledgerRoutes(deps),
    ...messageRoutes(deps),
    ...alertRoutes(deps),
    ...auditRoutes(deps),
    ...overviewRoutes(deps),
    ...reportRoutes(deps),
  ];
}

export { blingWebhookRoute } from './bling-webhook-route';
export { choiceRoutes } from './choice';
export { connectionRoutes } from './connection-routes';
export { findConnection } from './find-connection';
export { standingRoutes } from './standing-routes';
export { callStopView } from './call-stop-view';
export { reconciliationRoutes } from './reconciliation-routes';

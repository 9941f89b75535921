export { blingWebhookRoute } from './bling-webhook';
export { connectionRoutes } from './connection-routes';

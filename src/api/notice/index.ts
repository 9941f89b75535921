export { optOutRoutes } from './opt-out-routes';
export { whatsAppWebhookRoutes } from './whatsapp-webhook-routes';

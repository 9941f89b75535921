export { whatsAppWebhookRoutes } from './whatsapp-webhook-routes';

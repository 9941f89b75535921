export { whatsAppWebhookRoutes } from './whatsapp-webhook';

export { answerLink, linkParams, linkResponses } from './answer-link';
export { messageRoutes } from './message-routes';
export { occasion } from './message-schema';
export { optOutRoutes } from './opt-out-routes';
export { whatsAppWebhookRoutes } from './whatsapp-webhook-routes';

export { answerLink, linkParams, linkResponses } from './answer-link';
export { messageRoutes } from './message-routes';
export { optOutRoutes } from './opt-out-routes';
export { whatsAppWebhookRoutes } from './whatsapp-webhook-routes';

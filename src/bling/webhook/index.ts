export { verifyBlingSignature } from './signature';
export { MalformedWebhookError, parseBlingWebhook } from './webhook';
export type { OrderEvent, OtherEvent } from './webhook';

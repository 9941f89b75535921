export { verifyBlingSignature } from './signature';
export { MalformedWebhookError, parseBlingWebhook } from './webhook';
export type { InvoiceEvent, OrderEvent, OtherEvent } from './webhook';

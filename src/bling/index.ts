export type { SalesChannel } from './account';
export { createBlingClient } from './client';
export type { BlingAccess, BlingClient, BlingClientOptions } from './client';
export { toCustomerContact } from './contact';
export type { BlingContact, BlingContactSummary, CustomerContact } from './contact';
export { BLING_ZONE, BlingApiError, createRateLimiter, isRefusedByItself } from './http';
export type { Caller, TokenKeeper, TokenSource } from './http';
export { authorizeUrl, BlingOAuthError, createOAuth, createTokenSource, pacedOAuth } from './oauth';
export type { BlingOAuth, BlingTokens } from './oauth';
export {
  BUILT_IN_SITUATIONS,
  choiceOf,
  differenceOf,
  InvalidOrderError,
  listedOrder,
  orderOutcome,
  situationOf,
  toSaleContent,
} from './order';
export type { OrderFault } from './order';
export type {
  BlingOrder,
  BlingOrderSummary,
  BlingSale,
  ListedOrder,
  OrderDifference,
  OrderOutcome,
  SituationChoice,
} from './order';
export { listedInvoice } from './invoice';
export type { BlingInvoice, InvoiceConsumer } from './invoice';
export { MalformedWebhookError, parseBlingWebhook, verifyBlingSignature } from './webhook';
export type { InvoiceEvent, OrderEvent, OtherEvent } from './webhook';

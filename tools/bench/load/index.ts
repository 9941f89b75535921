export { callFor } from './calls';
export type { CallFigures, PreparedCall } from './calls';
export { ClosedLoop, runAll } from './closed-loop';
export type { Flow } from './closed-loop';
export { RedemptionCalls } from './redemptions';
export type { Redeemer } from './redemptions';
export { SaleFlow } from './sales';
export type { SoldSale } from './sales';
export { WebhookCalls } from './webhooks';

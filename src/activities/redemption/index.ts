export { createRedemptionSteps } from './redemption-steps';
export type { RedemptionStep, RedemptionSteps } from './redemption-steps';
export { createVoucherSteps } from './voucher-steps';
export type { VoucherSteps } from './voucher-steps';

export { createUseNaming } from './naming';
export type { UseNaming } from './naming';
export { earlierReservation } from './earlier-reservation';
export { createRedemptions } from './redemptions';
export type { Redemptions } from './redemptions';
export { VOUCHER_ACTIONS, voucherAttemptModel } from './voucher-attempt-model';
export type { VoucherAction } from './voucher-attempt-model';
export { createVoucherAttempts, namedCode } from './voucher-attempts';
export type { AttemptFilter, NewAttempt, VoucherAttempt, VoucherAttempts } from './voucher-attempts';

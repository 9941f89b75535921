export { balanceAttemptModel } from './balance-attempt-model';
export type { BalanceAction } from './balance-attempt-model';
export { createCounterAttempts } from './counter-attempts';
export type {
  CounterAttempt,
  CounterAttemptFilter,
  CounterAttempts,
  NewBalanceAttempt,
} from './counter-attempts';
export { createUseNaming } from './naming';
export type { UseNaming } from './naming';
export { earlierReservation } from './earlier-reservation';
export { createRedemptions } from './redemptions';
export type { Redemptions } from './redemptions';
export type { ToldUse, UnwokenUse, UnwokenUses } from './unwoken-uses';
export { VOUCHER_ACTIONS, voucherAttemptModel } from './voucher-attempt-model';
export type { VoucherAction, VoucherAttemptDoc } from './voucher-attempt-model';
export { createVoucherAttempts, namedCode, sealedTyped } from './voucher-attempts';
export type { AttemptFilter, NewAttempt, VoucherAttempt, VoucherAttempts } from './voucher-attempts';

export { adjust, adjustmentKey } from './adjust';
export type { Adjustment } from './adjust';
export { balancesAt, totalsOf } from './balance';
export type { Balance } from './balance';
export { Book, LedgerError } from './book';
export { catchUp } from './catch-up';
export type { ClawbackPolicy } from './clawback';
export { confirm, refund, release, rollback } from './confirm';
export { ENTRY_TYPES } from './entry';
export type { Cause, Entry, EntryType, Move } from './entry';
export { countedForMonth, deservedOfGrant, heldOf } from './grant';
export type { Grant } from './grant';
export type { LedgerProblem } from './ledger-problem';
export { BENEFIT_TYPES, BUCKETS, isBalance, isOpen, LOT_TYPES } from './lot';
export type { BenefitType, Bucket, Lot, LotType } from './lot';
export { merge, unmerge } from './merge';
export type { Brought, MergeOrder } from './merge';
export type { AccountShare } from './account-share';
export { nextStep, reminderKey, remindersDue } from './next-step';
export type { NextStep, Reminder, Tell } from './next-step';
export { REDEMPTION_STATES, redemptionCents, termsOf } from './redemption';
export type { Redemption, RedemptionState, RedemptionTerms } from './redemption';
export { Refusal } from './refusal';
export type { RefusalCode } from './refusal';
export { largestShareCents, reserve } from './reserve';
export type { RedemptionLimits, ReserveCommand } from './reserve';
export { settleSale } from './settle-sale';
export type { BenefitDates, Deserved, SaleSettlement } from './settle-sale';
export { verifyCustomer, verifyFamily } from './verify';
export type { LedgerCase } from './verify';
export {
  redeemVoucher,
  releaseVoucher,
  reserveVoucher,
  rollbackVoucher,
  VOUCHER_STATES,
  vouchersAt,
  whyNot,
} from './voucher-use';
export type { VoucherState, VoucherUse, VoucherView } from './voucher-use';
export { walletView } from './wallet-view';
export type { WalletView } from './wallet-view';
export { emptyWallet } from './wallet';
export type { Wallet } from './wallet';

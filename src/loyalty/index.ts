export { formatCents, formatPoints, Refusal } from './basis';
export type { Instant, LocalDate, Zone } from './basis';
export {
  atLocalTime,
  expiryEnd,
  followUpAt,
  isZone,
  lastUsableDate,
  localDate,
  moveDate,
  parseDuration,
  startOfDate,
} from './calendar';
export {
  decideMatch,
  identityKeys,
  isAnonymousContact,
  merge,
  nameKey,
  parseDocument,
  parseEmail,
  parsePhone,
  unmerge,
} from './customer';
export type { Brought, MatchDecision } from './customer';
export type { RuleExplanation } from './earning';
export {
  bringUpToDate,
  factsNeeded,
  isPurchaseOf,
  keptBenefit,
  monthUsage,
  NOTHING_USED,
  reasoning,
  returnedLines,
  runAwaiting,
  saleRecord,
  usageRequest,
} from './entitlement';
export type { AroundSale, LineReturn, PinnedVersion, SaleRecord, Usage, UsageRequest } from './entitlement';
export {
  adjust,
  adjustmentKey,
  balancesAt,
  Book,
  catchUp,
  deservedOfGrant,
  discountOf,
  emptyWallet,
  ENTRY_TYPES,
  heldOf,
  isBalance,
  isOpen,
  LedgerError,
  LOT_TYPES,
  REDEMPTION_STATES,
  redemptionCents,
  settleSale,
  termsOf,
  totalsOf,
  VOUCHER_STATES,
  vouchersAt,
  walletView,
} from './ledger';
export type {
  Adjustment,
  BenefitType,
  Bucket,
  Cause,
  Deserved,
  Entry,
  Grant,
  Lot,
  LotType,
  Move,
  Redemption,
  RedemptionState,
  RedemptionTerms,
  SaleSettlement,
  VoucherFace,
  VoucherView,
  Wallet,
  WalletView,
} from './ledger';
export { verifyCustomer, verifyFamily } from './ledger/proof';
export type { LedgerCase, LedgerProblem } from './ledger/proof';
export { nextStep, remindersDue } from './notice';
export type { NextStep, Tell } from './notice';
export { HistoryError, playHistory } from './playing/history';
export type { HistoryEntry, HistoryOutput } from './playing/history';
export { foreseeSale, PastHistory, Simulation } from './playing/simulation';
export type {
  ForeseenSale,
  PastAdjustment,
  PastChange,
  PastSale,
  PastUse,
  SimulationResult,
} from './playing/simulation';
export { checkProgram, programSchema } from './program';
export type { Program, ProgramInput, Rule } from './program';
export { compareSales, fingerprintsOf, neighbouringFingerprints } from './purchase';
export type { SaleComparison, SaleMark } from './purchase';
export {
  confirm,
  readVoucherCode,
  redeemVoucher,
  refund,
  release,
  releaseVoucher,
  reserve,
  reserveVoucher,
  rollback,
  rollbackVoucher,
  VOUCHER_CODE_BYTES,
  voucherCode,
  whyNot,
} from './redemption';
export type { ReserveCommand, VoucherUse } from './redemption';
export { programDiff } from './words/differences';
export { discountWords } from './words/phrases';
export { regulationOf, regulationText } from './words/regulation';
export { CHANNELS, goodsCents } from './basis';
export type { Channel, SaleContent, SaleItem } from './basis';
export { changedFields, isChangedBy, isLive, newSale, patched, purchaseRefs, standingOf } from './sale';
export type {
  EvaluatedSale,
  LeftOfSale,
  PinnedFacts,
  Sale,
  SaleBenefit,
  SaleEvent,
  SaleNotices,
  SaleOrigin,
  SaleOwner,
  SalePatch,
  SalePurchase,
  SaleReturn,
  SaleSource,
  SaleStatus,
  SaleTelling,
  SoldContent,
  SourceStatus,
  Standing,
  StandingFacts,
} from './sale';

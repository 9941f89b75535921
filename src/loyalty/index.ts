export { CHANNELS, formatCents, formatPoints, goodsCents, Refusal } from './basis';
export type { Channel, Instant, LocalDate, SaleContent, SaleItem, Zone } from './basis';
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
export type { MatchDecision, MergedValue } from './customer';
export type { RuleExplanation } from './earning';
export {
  evaluateSale,
  evaluationNeeds,
  explainAfterReturns,
  formerOwners,
  formerOwnersSettlement,
  isOver,
  monthOfSale,
  monthUsage,
  needsEvaluation,
  ownersSettlement,
  refundable,
  returnedLines,
} from './entitlement';
export type { LineReturn, SaleRecord, SaleState, SettlementContext } from './entitlement';
export {
  adjust,
  adjustmentKey,
  Book,
  catchUp,
  emptyWallet,
  ENTRY_TYPES,
  isBalance,
  isOpen,
  LedgerError,
  LOT_TYPES,
  netGranted,
  REDEMPTION_STATES,
  redemptionCents,
  redemptionTerms,
  settledAmount,
  settleSale,
  VOUCHER_STATES,
  walletTotals,
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
  Wallet,
} from './ledger';
export { verifyCustomer, verifyFamily } from './ledger/proof';
export type { LedgerCase, LedgerProblem } from './ledger/proof';
export { balancesAt, vouchersAt, walletView } from './ledger/view';
export type { VoucherView, WalletView } from './ledger/view';
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
  voucherDiscount,
  voucherRefusal,
} from './redemption';
export type { ReserveCommand, VoucherUse } from './redemption';
export type { EvaluatedSale, PinnedFacts } from './sale';
export { programDiff } from './words/differences';
export { discountWords } from './words/phrases';
export { programRegulation, regulationText } from './words/regulation';

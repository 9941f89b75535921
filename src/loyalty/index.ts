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
export type { Duration, ExpiryRule } from './calendar';
export type { Calculation, EarningFacts, RuleExplanation } from './earning';
export { HistoryError, playHistory } from './playing/history';
export type { HistoryEntry, HistoryOutput, HistoryResult } from './playing/history';
export type { Contact, MatchDecision } from './customer';
export {
  decideMatch,
  identityKeys,
  isAnonymousContact,
  nameKey,
  parseDocument,
  parseEmail,
  parsePhone,
} from './customer';
export type { Instant, LocalDate, Zone } from './basis/instant';
export {
  adjust,
  adjustmentKey,
  balancesAt,
  Book,
  catchUp,
  confirm,
  deservedOfGrant,
  emptyWallet,
  ENTRY_TYPES,
  heldOf,
  isBalance,
  isOpen,
  LedgerError,
  LOT_TYPES,
  merge,
  nextStep,
  redeemVoucher,
  redemptionCents,
  REDEMPTION_STATES,
  refund,
  Refusal,
  release,
  releaseVoucher,
  remindersDue,
  reserve,
  reserveVoucher,
  rollback,
  rollbackVoucher,
  settleSale,
  termsOf,
  totalsOf,
  unmerge,
  verifyCustomer,
  verifyFamily,
  VOUCHER_STATES,
  vouchersAt,
  walletView,
  whyNot,
} from './ledger';
export type {
  Adjustment,
  Balance,
  BenefitDates,
  BenefitType,
  Brought,
  Bucket,
  Cause,
  ClawbackPolicy,
  Deserved,
  Entry,
  EntryType,
  Grant,
  LedgerCase,
  LedgerProblem,
  Lot,
  LotType,
  Move,
  NextStep,
  Redemption,
  RedemptionLimits,
  RedemptionState,
  RedemptionTerms,
  RefusalCode,
  Reminder,
  ReserveCommand,
  SaleSettlement,
  Tell,
  VoucherState,
  VoucherUse,
  VoucherView,
  Wallet,
  WalletView,
} from './ledger';
export { formatCents, formatPoints } from './basis/money';
export { checkProgram, programSchema } from './program';
export type { Program, ProgramCheck, ProgramInput, ProgramProblem, Rule, VoucherTemplate } from './program';
export { programDiff } from './words/differences';
export type { ProgramChange } from './words/differences';
export { regulationOf, regulationText } from './words/regulation';
export type { Regulation, RegulationSection } from './words/regulation';
export { compareSales, fingerprintsOf, neighbouringFingerprints } from './purchase';
export type { SaleComparison, SaleMark } from './purchase';
export { CHANNELS, goodsCents } from './sale/content';
export type { Channel, SaleContent, SaleItem } from './sale/content';
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
export type {
  EvaluatedSale,
  EvaluationNeeds,
  LineReturn,
  PinnedFacts,
  PinnedVersion,
  RuleUsage,
  SaleRecord,
  SaleState,
  SettlementContext,
} from './entitlement';
export { foreseeSale, PastHistory, Simulation } from './playing/simulation';
export type {
  ForeseenSale,
  PastAdjustment,
  PastChange,
  PastSale,
  PastUse,
  SimulationResult,
} from './playing/simulation';
export { discountOf, readVoucherCode, voucherCode, VOUCHER_CODE_BYTES } from './redemption';
export type { VoucherDiscount, VoucherFace } from './redemption';
export { discountWords } from './words/phrases';

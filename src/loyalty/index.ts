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
export { HistoryError, playHistory } from './history';
export type { HistoryEntry, HistoryOutput, HistoryResult } from './history';
export type { Contact, MatchDecision } from './identity';
export {
  decideMatch,
  identityKeys,
  isAnonymousContact,
  nameKey,
  parseDocument,
  parseEmail,
  parsePhone,
} from './identity';
export type { Instant, LocalDate, Zone } from './instant';
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
export { formatCents, formatPoints } from './money';
export { checkProgram, programSchema } from './program';
export type { Program, ProgramCheck, ProgramInput, ProgramProblem, Rule, VoucherTemplate } from './program';
export { programDiff } from './program-diff';
export type { ProgramChange } from './program-diff';
export { regulationOf, regulationText } from './regulation';
export type { Regulation, RegulationSection } from './regulation';
export { compareSales, fingerprintsOf, neighbouringFingerprints } from './same-sale';
export type { SaleComparison, SaleMark } from './same-sale';
export { CHANNELS, goodsCents } from './sale';
export type { Channel, SaleContent, SaleItem } from './sale';
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
} from './settlement';
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
} from './settlement';
export { foreseeSale, PastHistory, Simulation } from './simulation';
export type {
  ForeseenSale,
  PastAdjustment,
  PastChange,
  PastSale,
  PastUse,
  SimulationResult,
} from './simulation';
export { discountOf, readVoucherCode, voucherCode, VOUCHER_CODE_BYTES } from './voucher';
export type { VoucherDiscount, VoucherFace } from './voucher';
export { discountWords } from './wording';

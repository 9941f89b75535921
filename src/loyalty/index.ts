export {
  expiryEnd,
  followUpAt,
  holdingEnd,
  isZone,
  lastUsableDate,
  localDate,
  parseDuration,
  startOfDate,
} from './calendar';
export type { Duration, ExpiryRule } from './calendar';
export { calculateBenefit, deservedAfterReturns } from './earning';
export type { Calculation, EarningFacts, RuleExplanation } from './earning';
export type { Contact } from './identity';
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
  emptyWallet,
  ENTRY_TYPES,
  heldOf,
  isOpen,
  LedgerError,
  nextStep,
  redemptionCents,
  REDEMPTION_STATES,
  refund,
  Refusal,
  release,
  remindersDue,
  reserve,
  rollback,
  settleSale,
  totalsOf,
  verifyCustomer,
} from './ledger';
export type {
  Adjustment,
  Balance,
  BenefitDates,
  BenefitType,
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
  Wallet,
} from './ledger';
export { formatBps, formatCents, formatPoints } from './money';
export { checkProgram, notComputedYet, programSchema } from './program';
export type { Program, ProgramCheck, ProgramInput, ProgramProblem, Rule, VoucherTemplate } from './program';
export { CHANNELS, goodsCents } from './sale';
export type { Channel, SaleContent, SaleItem } from './sale';

export {
  CHANNELS,
  formatCents,
  formatPoints,
  goodsCents,
  hasExchange,
  isRefusalCode,
  mostReturnableCents,
  Refusal,
} from './basis';
export type {
  Channel,
  Instant,
  LocalDate,
  RefusalCode,
  RefusalFacts,
  SaleContent,
  SaleItem,
  Zone,
} from './basis';
export {
  atLocalTime,
  expiryEnd,
  firstUsableMoment,
  lastUsableDate,
  lastUsableMoment,
  localDate,
  moveDate,
  parseDuration,
  startOfDate,
  usableThrough,
} from './calendar';
export type { Duration, LocalMoment } from './calendar';
export {
  broughtBy,
  decideMatch,
  examineContact,
  formerPhoneKey,
  identityKeys,
  isFillerDocument,
  merge,
  mergePart,
  nameKey,
  NO_STAND_INS,
  looksPersonal,
  parseDocument,
  parseEmail,
  parsePhone,
  partsOfMerge,
  partsOfUnmerge,
  unmerge,
  unmergePart,
  whyNobody,
} from './customer';
export type { ContactReading, MergedValue, UnmergeParts, Phone, StandIns, UnusedMark } from './customer';
export type { RuleExplanation } from './earning';
export {
  bringUpToDate,
  factsNeeded,
  isPurchaseOf,
  keptBenefit,
  monthUsage,
  namedSale,
  NOTHING_USED,
  reasoning,
  returnedLines,
  runAwaiting,
  saleRecord,
  usageRequest,
} from './entitlement';
export type { AroundSale, LineReturn, SaleRecord, Usage, UsageRequest } from './entitlement';
export {
  adjust,
  adjustmentKeys,
  isEntryOf,
  Book,
  bookAt,
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
export {
  budgetProblems,
  inOrder as ledgersInOrder,
  replayState,
  verifyCustomer,
  verifyFamily,
} from './ledger/proof';
export type { CountedBudget, LedgerCase, LedgerProblem, ReplayState } from './ledger/proof';
export { entriesDue, vouchersAt, walletView } from './ledger/view';
export type { VoucherView, WalletView } from './ledger/view';
export {
  afterAttempt,
  dueNotices,
  endInKey,
  momentOf,
  NO_AMOUNTS,
  noticeChannels,
  noticeKind,
  readAmountsKey,
  stepAfter,
  STEP_WORDS,
} from './notice';
export type { NextStep, NoticeChannel, NoticeKind } from './notice';
export { HistoryError, playHistory } from './playing/history';
export type { HistoryEntry, HistoryOutput } from './playing/history';
export { exampleOfRule, foreseeSale, PastHistory, Simulation } from './playing/simulation';
export type {
  ForeseenSale,
  PastAdjustment,
  PastChange,
  PastSale,
  PastUse,
  RuleExample,
  SimulationResult,
} from './playing/simulation';
export { atMost, checkProgram, programSchema, zoneText } from './program';
export type { Program, ProgramInput, Rule } from './program';
export {
  endOfChain,
  findCandidates,
  fingerprints,
  LONGEST_CHAIN,
  neighbouringFingerprints,
  isAccessKey,
  planComparing,
  planCounting,
  saleMark,
  salesToRead,
} from './purchase';
export type {
  ComparingFacts,
  CountingFacts,
  KnownSales,
  Leaving,
  PairQuestion,
  PairReview,
  PlannedChange,
  PurchasePlan,
} from './purchase';
export {
  confirm,
  mayName,
  NAMED_WITHIN_DAYS,
  readVoucherCode,
  balanceCall,
  redeemVoucher,
  refKey,
  refund,
  refuseOtherRequest,
  release,
  releaseVoucher,
  reserve,
  reserveVoucher,
  rollback,
  rollbackVoucher,
  saleNamed,
  usedAt,
  usedBy,
  CODE_ALPHABET,
  VOUCHER_CODE_BYTES,
  voucherCode,
  voucherCall,
  voucherDiscount,
  voucherRefusal,
} from './redemption';
export type { NamedSale, NamingUse, ReserveCommand, UseCall, UseOfBalance, VoucherUse } from './redemption';
export {
  CLAIM_WINDOW_MS,
  isClaimedBy,
  returnMadeBy,
  benefitState,
  changedFields,
  hasTurned,
  holdingsIn,
  isChangedBy,
  isLive,
  latenessOf,
  newSale,
  nextTurn,
  NO_HOLDINGS,
  PARKED_REASONS,
  patched,
  purchaseIds,
  purchaseRefs,
  SALE_STATUSES,
  SOURCE_STATUSES,
  standingOf,
  statusAt,
} from './sale';
export type {
  EvaluatedSale,
  Lateness,
  LeftOfSale,
  ParkedReason,
  ParkedSale,
  PinnedFacts,
  Sale,
  SaleBenefit,
  SaleEvent,
  SaleHoldings,
  SaleNotices,
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
export { programDiff } from './words/differences';
export {
  boundWords,
  issueText,
  MOST_ERRORS,
  pathText,
  placedTexts,
  readBounded,
  typeName,
} from './words/issues';
export type { Bound, IssueSentences } from './words/issues';
export { dateWords, discountWords, messageChannelName, withoutTyped } from './words/phrases';
export { programRegulation, regulationText, ruleSentence } from './words/regulation';
export { programWarnings } from './words/warnings';

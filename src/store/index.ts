export {
  actorId,
  hashPassword,
  merchantOfTest,
  NotAnOwnerError,
  PASSWORD_LENGTH,
  passwordFault,
  namesOfShop,
  NO_CHANNEL,
  ShopTakenError,
  soldIn,
  testReference,
  verifyPassword,
} from './access';
export type {
  Activations,
  Actor,
  ApiKey,
  Caller,
  CodeVerdict,
  Deed,
  Invitation,
  IssuedLink,
  KeyScope,
  Limit,
  Limits,
  LinkFault,
  Links,
  Lockouts,
  LockSubject,
  Member,
  MemberFault,
  Membership,
  Merchants,
  OwnText,
  People,
  Person,
  Proof,
  ReadAnswer,
  ReadChecks,
  Role,
  SecondFactors,
  Session,
  Sessions,
  Shop,
  ShopFields,
  Shops,
  Standing,
  Taken,
  Writing,
} from './access';
export type { Audit, AuditActor, AuditFacts, AuditLine, AuditSubject, BegunAct, EndedAct } from './audit';
export { ALERT_KINDS } from './alert';
export type { Alert, Alerts, AlertSubject } from './alert';
export { ClockSkewError, reportSkew, requireRightClock, resolveSkew } from './clock';
export type { Clock } from './clock';
export { lateRefusal } from './command';
export type { Commands, CommandTexts, TakenCall, WaitedCall } from './command';
export {
  CompanyTakenError,
  endBehind,
  endDeafness,
  endRefusal,
  endStop,
  hearing,
  mayNotReadInvoices,
  MOST_COUNTED,
  MOST_FOUND,
  raiseBehind,
  raiseDeafness,
  raiseRefusal,
  raiseStop,
  RECONCILE_EVERY,
  refusalEnded,
  refusalPlace,
  unreadBefore,
  upkeepDue,
  isBehind,
  isUntold,
  endSilence,
  USUAL_RECONCILE_EVERY,
} from './connection';
export type {
  Authorizations,
  CallbackClaim,
  CallStop,
  CallStops,
  ConnectionRefusal,
  ConnectionState,
  Connections,
  FoundOrder,
  FoundWhy,
  LookedAt,
  NewReconciliation,
  PeriodDue,
  ReconcileEvery,
  Reconciliation,
  ReconciliationEnd,
  Reconciliations,
  StoreConnection,
} from './connection';
export {
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  CONSENT_SOURCES,
  contactGain,
  haveTwoDocuments,
  firstName,
  isForgotten,
  linkTokens,
  optIn,
  optOut,
  addressOf,
  optOutPhone,
  recogniseCustomer,
  SEARCH_WAYS,
} from './customer';
export type {
  Consent,
  ConsentChannel,
  Consents,
  ConsentSource,
  Customer,
  CustomerContact,
  CustomerAddress,
  CustomerLinks,
  Customers,
  LinkOwner,
  LinkTokens,
  LinkUse,
  Merge,
  MergeOrder,
  Merges,
  OutdatedPlace,
  MovedSales,
  OptOut,
  SearchPlace,
  Suppressed,
  SuppressedMark,
  Suppressions,
  UnfinishedMerge,
  UndoOrder,
} from './customer';
export type { Idempotency, KeyClaim, KeyedRequest } from './idempotency';
export { estimatedTotal, ratePerMinute, workedUntil } from './import';
export type {
  ChunkOutcome,
  ContactImport,
  ContactImportCause,
  ContactImportCounts,
  ContactImports,
  ContactImportStep,
  ContactImportWait,
  FileColumn,
  FileImport,
  FileImportSummary,
  ImportChunk,
  ImportedCustomer,
  ImportedSale,
  ImportEnd,
  ImportKind,
  Imports,
  NewContactImport,
  NewImport,
  OrderHistory,
  PendingDetail,
  RowError,
  SaleStatusColumn,
} from './import';
export {
  causeOfSale,
  chainEntries,
  digestOfSale,
  entriesGenesis,
  grantDigest,
  lotDigest,
  NOT_THERE,
  redemptionDigest,
  redemptionTermsDigest,
  saleOfCause,
  toGrant,
  toLot,
  toRedemption,
  UNCHANGED,
  mayNameASale,
  salesDrawnOn,
} from './ledger';
export type {
  EntryDoc,
  GrantDoc,
  LotDoc,
  RecordDigest,
  RedemptionDoc,
  SaleDigest,
  StatementLine,
  WalletDoc,
  Wallets,
} from './ledger';
export type { LedgerPart, Misfit, Verification } from './ledger/proof';
export { migrateDatabase } from './migrate-database';
export { replaceEncryptionKey } from './replace-key';
export {
  DatabaseNotReadyError,
  KeyReplacementError,
  MigrationRunningError,
  WrongEncryptionKeyError,
} from './migration';
export type { MigrationResult, MigrationWatcher, MigrationWish, Resealed } from './migration';
export {
  ConcurrentChangeError,
  isDatabaseAway,
  isDuplicateKey,
  isRefusedAsWritten,
  quotesValues,
  withoutValues,
} from './mongo';
export type { DuePlace } from './mongo';
export { endPause, messageIdOf, noticeKeyIn, noticeName, tellOfPause } from './notice';
export type {
  DeliveryReport,
  GivenNotice,
  Message,
  MessageDecision,
  MessageIdentity,
  Messages,
  Opening,
  SendPath,
  SendPause,
} from './notice';
export { openStore } from './open-store';
export type { Ledger, Store, StoreSettings } from './open-store';
export { ForgedProgramError, programByNow } from './program';
export type { Programs, ProgramVersion } from './program';
export { otherSaleOf } from './purchase';
export { earlierReservation, VOUCHER_ACTIONS } from './redemption';
export type {
  AttemptFilter,
  BalanceAction,
  CounterAttempt,
  CounterAttemptFilter,
  CounterAttempts,
  NewBalanceAttempt,
  Redemptions,
  ToldUse,
  UnwokenUse,
  UseNaming,
  VoucherAction,
  NewAttempt,
  VoucherAttempt,
  VoucherAttempts,
} from './redemption';
export type {
  ActivitySums,
  BoundedCount,
  CountedEntry,
  EndingSum,
  Flow,
  HeldLot,
  InvitedAsked,
  InvitedSum,
  LotsAsked,
  MessageSum,
  MovedSum,
  MovesAsked,
  OutstandingSum,
  Reports,
  ReturningRow,
  ReturningSums,
  SaleTroubles,
  SoldSum,
  Source,
  SourceAsked,
} from './report';
export { weightIn } from './report';
export type { Review, ReviewKind, ReviewPair, Reviews } from './review';
export { saleOrder } from './sale';
export type { PastSale, PostedSale, Purchases, SaleChange, SaleDoc, SaleFilter, Sales } from './sale';
export { DecryptionError, keyedDigest } from './secret';
export { sealOf } from './sale';
export type { SimulationFailure, Simulations, StoredSimulation } from './simulation';

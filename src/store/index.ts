import { createAlerts } from './alerts';
import type { Alerts } from './alerts';
import { createAuthorizations } from './authorizations';
import type { Authorizations } from './authorizations';
import { createCallSlots } from './call-slots';
import type { CallSlots } from './call-slots';
import { createConnections } from './connections';
import type { Connections } from './connections';
import { createCustomers } from './customers';
import type { Customers } from './customers';
import { createIdempotency } from './idempotency';
import type { Idempotency } from './idempotency';
import { createImports } from './imports';
import type { Imports } from './imports';
import { createLedger } from './ledger';
import type { Ledger } from './ledger';
import { createLockouts } from './lockouts';
import type { Lockouts } from './lockouts';
import { createMerchants } from './merchants';
import type { Merchants } from './merchants';
import { createMerges } from './merges';
import type { Merges } from './merges';
import { createMessages } from './messages';
import type { Messages } from './messages';
import { connectMongo } from './mongo';
import { createPast } from './past';
import type { Past } from './past';
import { createPrograms } from './programs';
import type { Programs } from './programs';
import { createReviews } from './reviews';
import type { Reviews } from './reviews';
import { createSameSales } from './same-sales';
import type { SameSales } from './same-sales';
import { createRedemptions } from './redemptions';
import type { Redemptions } from './redemptions';
import { createSales } from './sales';
import type { Sales } from './sales';
import { createSimulations } from './simulations';
import type { Simulations } from './simulations';
import { createVoucherAttempts } from './voucher-attempts';
import type { VoucherAttempts } from './voucher-attempts';
import { createWallets } from './wallets';
import type { Wallets } from './wallets';

export type { Alert, Alerts, AlertSubject } from './alerts';
export type { Authorizations, CallbackClaim } from './authorizations';
export type { CallSlot, CallSlots } from './call-slots';
export { CompanyTakenError } from './connections';
export type { Connections, StoreConnection, Tokens } from './connections';
export { DecryptionError } from './crypto';
export type { Customer, CustomerContact, Customers } from './customers';
export type { Idempotency, KeyClaim, KeyedRequest } from './idempotency';
export type { ChunkOutcome, FileImport, ImportChunk, Imports, NewImport } from './imports';
export type { Ledger, StatementLine } from './ledger';
export type { Lockouts, LockSubject } from './lockouts';
export type { Caller, Merchants } from './merchants';
export { messageIdOf } from './messages';
export type { DeliveryReport, Message, MessageIdentity, Messages } from './messages';
export { ALERT_KINDS } from './models/alert';
export type { AlertKind } from './models/alert';
export type { ImportedCustomer, ImportedSale, ImportKind, RowError } from './models/import';
export type { MessageChannel, MessageKind, MessageState } from './models/message';
export type { SaleEvidence, SaleReturn, SaleStatus, SourceStatus } from './models/sale';
export type { SimulationFailure } from './models/simulation';
export { VOUCHER_ACTIONS } from './models/voucher';
export type { VoucherAction } from './models/voucher';
export { ConcurrentChangeError } from './mongo';
export type { PostedSale } from './posted-sale';
export type { Programs, ProgramVersion } from './programs';
export type { Redemptions } from './redemptions';
export { MergeError } from './merge-error';
export type { MergeObstacle } from './merge-error';
export type { Merge, MergeOrder, Merges, UndoOrder } from './merges';
export type { ReviewDecision, ReviewKind } from './models/review';
export { ReviewResolvedError } from './reviews';
export type { Review, ReviewPair, Reviews } from './reviews';
export type { SameSales } from './same-sales';
export { reasoningOf, saleRecordOf } from './sale-record';
export type { Sale, SaleChange, Sales } from './sales';
export type { Sealing, SealMark } from './seals';
export type { Simulations, StoredSimulation } from './simulations';
export type { Misfit } from './verify-chain';
export type { Verification, VerifyOptions } from './verify-ledger';
export { UnknownCustomerError } from './wallets';
export type { About } from './load-wallet';
export type { Usage, UsageRequest } from './usage';
export type { AttemptFilter, VoucherAttempt, VoucherAttempts } from './voucher-attempts';
export type { WalletChange, Wallets } from './wallets';

/** Everything that is kept, behind one door. The only room that knows MongoDB. */
export interface Store {
  merchants: Merchants;
  connections: Connections;
  authorizations: Authorizations;
  callSlots: CallSlots;
  programs: Programs;
  customers: Customers;
  sales: Sales;
  wallets: Wallets;
  ledger: Ledger;
  redemptions: Redemptions;
  merges: Merges;
  reviews: Reviews;
  sameSales: SameSales;
  messages: Messages;
  idempotency: Idempotency;
  alerts: Alerts;
  voucherAttempts: VoucherAttempts;
  lockouts: Lockouts;
  imports: Imports;
  past: Past;
  simulations: Simulations;
  /** Answers when MongoDB does. @throws the driver's error when it does not */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects to a MongoDB replica set and makes sure that every index exists.
 * @param encryptionKey 32 bytes; seals the tokens of connections
 */
export async function openStore({
  uri,
  encryptionKey,
}: {
  uri: string;
  encryptionKey: Buffer;
}): Promise<Store> {
  const mongo = await connectMongo(uri);
  return {
    merchants: createMerchants(mongo),
    connections: createConnections(mongo, encryptionKey),
    authorizations: createAuthorizations(mongo),
    callSlots: createCallSlots(mongo),
    programs: createPrograms(mongo),
    customers: createCustomers(mongo),
    sales: createSales(mongo),
    wallets: createWallets(mongo),
    ledger: createLedger(mongo),
    redemptions: createRedemptions(mongo),
    merges: createMerges(mongo),
    reviews: createReviews(mongo),
    sameSales: createSameSales(mongo),
    messages: createMessages(mongo),
    idempotency: createIdempotency(mongo),
    alerts: createAlerts(mongo),
    voucherAttempts: createVoucherAttempts(mongo),
    lockouts: createLockouts(mongo),
    imports: createImports(mongo),
    past: createPast(mongo),
    simulations: createSimulations(mongo),
    async ping() {
      await mongo.connection.getClient().db().command({ ping: 1 });
    },
    close: () => mongo.connection.close(),
  };
}

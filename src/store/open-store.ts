import { createAlerts } from './alert/alerts';
import type { Alerts } from './alert/alerts';
import { createAuthorizations } from './connection/authorizations';
import type { Authorizations } from './connection/authorizations';
import { createCallSlots } from './connection/call-slots';
import type { CallSlots } from './connection/call-slots';
import { createConnections } from './connection/connections';
import type { Connections } from './connection/connections';
import { createCustomers } from './customer/customers';
import type { Customers } from './customer/customers';
import { createIdempotency } from './idempotency/idempotency';
import type { Idempotency } from './idempotency/idempotency';
import { createImports } from './import/imports';
import type { Imports } from './import/imports';
import { createLedger } from './ledger/ledger';
import type { Ledger } from './ledger/ledger';
import { createLockouts } from './access/lockouts';
import type { Lockouts } from './access/lockouts';
import { createMerchants } from './access/merchants';
import type { Merchants } from './access/merchants';
import { createMerges } from './customer/merges';
import type { Merges } from './customer/merges';
import { createMessages } from './notice/messages';
import type { Messages } from './notice/messages';
import { connectMongo } from './mongo/mongo';
import { createPast } from './simulation/past';
import type { Past } from './simulation/past';
import { createPrograms } from './program/programs';
import type { Programs } from './program/programs';
import { createReviews } from './review/reviews';
import type { Reviews } from './review/reviews';
import { createSameSales } from './purchase/same-sales';
import type { SameSales } from './purchase/same-sales';
import { createRedemptions } from './redemption/redemptions';
import type { Redemptions } from './redemption/redemptions';
import { createSales } from './sale/sales';
import type { Sales } from './sale/sales';
import { createSimulations } from './simulation/simulations';
import type { Simulations } from './simulation/simulations';
import { createVoucherAttempts } from './redemption/voucher-attempts';
import type { VoucherAttempts } from './redemption/voucher-attempts';
import { createWallets } from './ledger/wallets';
import type { Wallets } from './ledger/wallets';

export type { Alert, Alerts, AlertSubject } from './alert/alerts';
export type { Authorizations, CallbackClaim } from './connection/authorizations';
export type { CallSlot, CallSlots } from './connection/call-slots';
export { CompanyTakenError } from './connection/connections';
export type { Connections, StoreConnection, Tokens } from './connection/connections';
export { DecryptionError } from './secret/crypto';
export type { Customer, CustomerContact, Customers } from './customer/customers';
export type { Idempotency, KeyClaim, KeyedRequest } from './idempotency/idempotency';
export type { ChunkOutcome, FileImport, ImportChunk, Imports, NewImport } from './import/imports';
export type { Ledger, StatementLine } from './ledger/ledger';
export type { Lockouts, LockSubject } from './access/lockouts';
export type { Caller, Merchants } from './access/merchants';
export { messageIdOf } from './notice/messages';
export type { DeliveryReport, Message, MessageIdentity, Messages } from './notice/messages';
export { ALERT_KINDS } from './alert/alert-model';
export type { AlertKind } from './alert/alert-model';
export type { ImportedCustomer, ImportedSale, ImportKind, RowError } from './import/import-model';
export type { MessageChannel, MessageKind, MessageState } from './notice/message-model';
export type { SaleEvidence, SaleReturn, SaleStatus, SourceStatus } from './sale/sale-model';
export type { SimulationFailure } from './simulation/simulation-model';
export { VOUCHER_ACTIONS } from './redemption/voucher-model';
export type { VoucherAction } from './redemption/voucher-model';
export { ConcurrentChangeError } from './mongo/mongo';
export type { PostedSale } from './sale/posted-sale';
export type { Programs, ProgramVersion } from './program/programs';
export type { Redemptions } from './redemption/redemptions';
export { MergeError } from './customer/merge-error';
export type { MergeObstacle } from './customer/merge-error';
export type { Merge, MergeOrder, Merges, UndoOrder } from './customer/merges';
export type { ReviewDecision, ReviewKind } from './review/review-model';
export { ReviewResolvedError } from './review/reviews';
export type { Review, ReviewPair, Reviews } from './review/reviews';
export type { SameSales } from './purchase/same-sales';
export { reasoningOf, saleRecordOf } from './sale/sale-record';
export type { Sale, SaleChange, Sales } from './sale/sales';
export type { Sealing, SealMark } from './ledger/proof/seals';
export type { Simulations, StoredSimulation } from './simulation/simulations';
export type { Misfit } from './ledger/proof/verify-chain';
export type { Verification, VerifyOptions } from './ledger/proof/verify-ledger';
export { UnknownCustomerError } from './ledger/wallets';
export type { About } from './ledger/load-wallet';
export type { Usage, UsageRequest } from './ledger/usage';
export type { AttemptFilter, VoucherAttempt, VoucherAttempts } from './redemption/voucher-attempts';
export type { WalletChange, Wallets } from './ledger/wallets';

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

import type { Collection } from './mongo';
import { alertModel, createAlerts } from './alert';
import { apiKeyModel, lockoutModel, merchantModel, createLockouts, createMerchants } from './access';
import {
  authorizationModel,
  callSlotModel,
  connectionModel,
  createAuthorizations,
  createCallSlots,
  createConnections,
} from './connection';
import {
  budgetModel,
  entryModel,
  grantModel,
  lotModel,
  redemptionModel,
  walletModel,
  createStatements,
  createWallets,
  voucherCodeModel,
} from './ledger';
import {
  customerModel,
  identityKeyModel,
  mergeModel,
  createCustomers,
  createMerges,
  adoptSale,
} from './customer';
import { fingerprintModel, reviewModel, createReviews } from './review';
import { idempotencyModel, usedKeyModel, createIdempotency } from './idempotency';
import { importModel, importRowsModel, createImports } from './import';
import { messageModel, createMessages } from './notice';
import { programModel, createPrograms } from './program';
import { saleModel, createSales } from './sale';
import { sealModel, createLedgerProof } from './ledger/proof';
import { simulationModel, createPast, createSimulations } from './simulation';
import { voucherAttemptModel, createRedemptions, createVoucherAttempts } from './redemption';
import type { Alerts } from './alert';
import type { Authorizations, CallSlots, Connections } from './connection';
import type { Customers, Merges } from './customer';
import type { Idempotency } from './idempotency';
import type { Imports } from './import';
import type { LedgerProof } from './ledger/proof';
import type { Statements, Wallets } from './ledger';
import type { Lockouts, Merchants } from './access';
import type { Messages } from './notice';
import { connectMongo } from './mongo';
import type { Past, Simulations } from './simulation';
import type { Programs } from './program';
import type { Reviews } from './review';
import { createSameSales } from './purchase';
import type { SameSales } from './purchase';
import type { Redemptions, VoucherAttempts } from './redemption';
import type { Sales } from './sale';
/** The entries, to be read and to be proved. */
export type Ledger = Statements & LedgerProof;

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

const COLLECTIONS: readonly Collection[] = [
  alertModel,
  apiKeyModel,
  authorizationModel,
  budgetModel,
  callSlotModel,
  connectionModel,
  customerModel,
  entryModel,
  fingerprintModel,
  grantModel,
  idempotencyModel,
  identityKeyModel,
  importModel,
  importRowsModel,
  lockoutModel,
  lotModel,
  merchantModel,
  mergeModel,
  messageModel,
  programModel,
  redemptionModel,
  reviewModel,
  saleModel,
  sealModel,
  simulationModel,
  usedKeyModel,
  voucherAttemptModel,
  voucherCodeModel,
  walletModel,
];

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
  const mongo = await connectMongo(uri, COLLECTIONS);
  return {
    merchants: createMerchants(mongo),
    connections: createConnections(mongo, encryptionKey),
    authorizations: createAuthorizations(mongo),
    callSlots: createCallSlots(mongo),
    programs: createPrograms(mongo),
    customers: createCustomers(mongo),
    sales: createSales(mongo),
    wallets: createWallets(mongo, (...sale) => adoptSale(mongo, ...sale)),
    ledger: { ...createStatements(mongo), ...createLedgerProof(mongo) },
    redemptions: createRedemptions(mongo),
    merges: createMerges(mongo),
    reviews: createReviews(mongo),
    sameSales: createSameSales(mongo),
    messages: createMessages(mongo),
    idempotency: createIdempotency(mongo, encryptionKey),
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

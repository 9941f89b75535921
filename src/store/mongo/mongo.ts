import mongoose from 'mongoose';
import type { ClientSession, Connection, Model } from 'mongoose';
import { alertSchema } from '../alert/alert-model';
import { budgetSchema } from '../ledger/budget-model';
import { authorizationSchema, callSlotSchema, connectionSchema } from '../connection/connection-model';
import { customerSchema, identityKeySchema } from '../customer/customer-model';
import { idempotencySchema } from '../idempotency/idempotency-model';
import { importRowsSchema, importSchema } from '../import/import-model';
import { entrySchema, grantSchema, lotSchema, redemptionSchema, walletSchema } from '../ledger/ledger-model';
import { lockoutSchema } from '../access/lockout-model';
import { apiKeySchema, merchantSchema } from '../access/merchant-model';
import { mergeSchema } from '../customer/merge-model';
import { messageSchema } from '../notice/message-model';
import { programSchema } from '../program/program-model';
import { fingerprintSchema, reviewSchema } from '../review/review-model';
import { saleSchema } from '../sale/sale-model';
import { sealSchema } from '../ledger/proof/seal-model';
import { simulationSchema } from '../simulation/simulation-model';
import { voucherAttemptSchema, voucherCodeSchema } from '../redemption/voucher-model';

/** How long an operation looks for a server before it fails and is tried again by whoever asked. */
const SERVER_SELECTION_MS = 5_000;

/** Two writers met: nothing was written, try again. */
export class ConcurrentChangeError extends Error {
  override readonly name = 'ConcurrentChangeError';
}

/** The mongoose models over one connection, with majority write concern throughout. */
export type Mongo = ReturnType<typeof modelsOf> & { connection: Connection };

/** Connects, and makes sure that every index exists. */
export async function connectMongo(uri: string): Promise<Mongo> {
  const connection = await mongoose
    .createConnection(uri, {
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: SERVER_SELECTION_MS,
      writeConcern: { w: 'majority' },
      readConcern: { level: 'majority' },
      retryWrites: true,
    })
    .asPromise();
  const models = modelsOf(connection);
  for (const model of Object.values(models) as unknown as Model<unknown>[]) {
    await model.createCollection();
    await model.createIndexes();
  }
  return { ...models, connection };
}

/** Runs `work` in one transaction; the driver repeats it as a whole when it loses against another. */
export async function inTransaction<T>(
  mongo: Mongo,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  return mongo.connection.getClient().withSession((session) =>
    session.withTransaction(() => work(session), {
      writeConcern: { w: 'majority' },
      readConcern: { level: 'snapshot' },
    }),
  );
}

const DUPLICATE_KEY = 11_000;

/** The write hit a unique key that somebody else had written. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

function modelsOf(connection: Connection) {
  return {
    merchants: connection.model('Merchant', merchantSchema),
    apiKeys: connection.model('ApiKey', apiKeySchema),
    connections: connection.model('Connection', connectionSchema),
    authorizations: connection.model('Authorization', authorizationSchema),
    callSlots: connection.model('CallSlot', callSlotSchema),
    programs: connection.model('Program', programSchema),
    customers: connection.model('Customer', customerSchema),
    identityKeys: connection.model('IdentityKey', identityKeySchema),
    sales: connection.model('Sale', saleSchema),
    wallets: connection.model('Wallet', walletSchema),
    lots: connection.model('Lot', lotSchema),
    entries: connection.model('Entry', entrySchema),
    seals: connection.model('Seal', sealSchema),
    redemptions: connection.model('Redemption', redemptionSchema),
    grants: connection.model('Grant', grantSchema),
    messages: connection.model('Message', messageSchema),
    budgets: connection.model('RuleBudget', budgetSchema),
    merges: connection.model('CustomerMerge', mergeSchema),
    reviews: connection.model('Review', reviewSchema),
    fingerprints: connection.model('SaleFingerprint', fingerprintSchema),
    voucherCodes: connection.model('VoucherCode', voucherCodeSchema),
    voucherAttempts: connection.model('VoucherAttempt', voucherAttemptSchema),
    lockouts: connection.model('Lockout', lockoutSchema),
    simulations: connection.model('Simulation', simulationSchema),
    imports: connection.model('Import', importSchema),
    importRows: connection.model('ImportRows', importRowsSchema),
    idempotency: connection.model('Idempotency', idempotencySchema),
    alerts: connection.model('Alert', alertSchema),
  };
}

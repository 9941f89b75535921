import { createAlerts } from './alert';
import {
  createLimits,
  createLinks,
  createLinkUses,
  createLockouts,
  createMerchants,
  createPeople,
  createSecondFactors,
  createSessions,
  createShops,
} from './access';
import { createAudit } from './audit';
import {
  createAppWatch,
  createAuthorizations,
  createCallPlaces,
  createCallStops,
  createConnections,
  createReconciliations,
  createSilenceWatch,
  createTokenTurns,
} from './connection';
import { changeSale, createStatements, createWallets } from './ledger';
import {
  adoptSale,
  carryOnMerge,
  createConsents,
  createCustomerLinks,
  createCustomers,
  createFollowUpPlans,
  createMerges,
  createSuppressions,
  IdentityKeyNames,
} from './customer';
import { createReviews } from './review';
import { createIdempotency } from './idempotency';
import { createContactImports, createImports } from './import';
import { createMessages, createSendPaces, createSendPauses } from './notice';
import { createPrograms, programSealer } from './program';
import { createSales } from './sale';
import { createLedgerProof } from './ledger/proof';
import { createPast, createSimulations } from './simulation';
import { createReports } from './report';
import type { Reports } from './report';
import { createCounterAttempts, createRedemptions, createVoucherAttempts } from './redemption';
import {
  attestSales,
  createMigrationMarks,
  FAIR_EXPIRY,
  finishedAt,
  formerForm,
  HASHED_KEYS,
  makeGates,
  requireReady,
  SEALED_ANSWERS,
  SEALED_PROGRAMS,
  sealedSales,
  VOUCHER_ATTEMPTS,
  voucherCodeNames,
  watchReplacement,
} from './migration';
import { openDatabase } from './open-database';
import type { Alerts } from './alert';
import type {
  AppWatch,
  Authorizations,
  CallPlaces,
  CallStops,
  Connections,
  Reconciliations,
  TokenTurns,
} from './connection';
import { createCommands } from './command';
import type { Commands } from './command';
import type { Consents, CustomerLinks, Customers, FollowUpPlans, Merges, Suppressions } from './customer';
import type { Idempotency } from './idempotency';
import type { ContactImports, Imports } from './import';
import type { LedgerProof } from './ledger/proof';
import type { Statements, Wallets } from './ledger';
import type {
  Limits,
  Links,
  LinkUses,
  Lockouts,
  Merchants,
  People,
  SecondFactors,
  Sessions,
  Shops,
} from './access';
import type { Audit } from './audit';
import type { Messages, SendPaces, SendPauses } from './notice';
import { createClock } from './clock';
import type { Clock } from './clock';
import { serverTime } from './mongo';
import type { Past, Simulations } from './simulation';
import type { Programs } from './program';
import type { Reviews } from './review';
import { createSameSales } from './purchase';
import type { SameSales } from './purchase';
import type { CounterAttempts, Redemptions, VoucherAttempts } from './redemption';
import type { Sales } from './sale';
/** The entries, to be read and to be proved. */
export type Ledger = Statements & LedgerProof;

/** Everything that is kept, behind one door. The only room that knows MongoDB. */
export interface Store {
  merchants: Merchants;
  shops: Shops;
  links: Links & LinkUses;
  secondFactors: SecondFactors;
  audit: Audit;
  connections: Connections;
  reconciliations: Reconciliations;
  authorizations: Authorizations;
  callPlaces: CallPlaces;
  callStops: CallStops;
  tokenTurns: TokenTurns;
  appWatch: AppWatch;
  programs: Programs;
  customers: Customers;
  followUpPlans: FollowUpPlans;
  consents: Consents;
  customerLinks: CustomerLinks;
  suppressions: Suppressions;
  sales: Sales;
  wallets: Wallets;
  ledger: Ledger;
  redemptions: Redemptions;
  merges: Merges;
  reviews: Reviews;
  sameSales: SameSales;
  messages: Messages;
  sendPauses: SendPauses;
  sendPaces: SendPaces;
  commands: Commands;
  idempotency: Idempotency;
  alerts: Alerts;
  voucherAttempts: VoucherAttempts;
  counterAttempts: CounterAttempts;
  lockouts: Lockouts;
  limits: Limits;
  people: People;
  sessions: Sessions;
  imports: Imports;
  contactImports: ContactImports;
  past: Past;
  reports: Reports;
  simulations: Simulations;
  /** The time that decides about value. */
  clock: Clock;
  /** Answers when MongoDB does. @throws the driver's error when it does not */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Where the database is, and with what its secrets are sealed. */
export interface StoreSettings {
  uri: string;
  /** 32 bytes; seals the tokens of connections, and hashes what people are recognised by and voucher codes. */
  encryptionKey: Buffer;
  /** The key that `encryptionKey` takes the place of, for as long as some is sealed with it; absent: none. */
  previousKey?: Buffer;
}

/**
 * Connects to a MongoDB replica set that has been migrated. Makes and changes none of its indexes and
 * collections.
 * @param waiting hears in words what a migration has still to do, and the store does without meanwhile
 * @throws DatabaseNotReadyError if it cannot do without
 * @throws WrongEncryptionKeyError where the database was written with another key
 */
export async function openStore(
  { uri, ...given }: StoreSettings,
  waiting: (lacks: readonly string[]) => void = () => undefined,
): Promise<Store> {
  const { mongo, keys } = await openDatabase(uri, given);
  try {
    const lacks = await requireReady(mongo, keys);
    if (lacks.length > 0) waiting(lacks);
    await makeGates(mongo);
  } catch (error) {
    await mongo.connection.close();
    throw error;
  }
  const { digestKey, sealer } = keys;
  const stopWatching = keys.replacing ? watchReplacement(mongo, given, sealer) : () => undefined;
  const names = new IdentityKeyNames(digestKey, formerForm(mongo, HASHED_KEYS));
  const codes = voucherCodeNames(mongo, digestKey);
  const programs = {
    seal: programSealer(digestKey),
    alone: () => finishedAt(mongo, SEALED_PROGRAMS),
  };
  const connections = createConnections(mongo, sealer);
  const alerts = createAlerts(mongo);
  const clock = createClock(() => serverTime(mongo), Date.now);
  const wallets = createWallets(mongo, codes, {
    adoptSale: (...sale) => adoptSale(mongo, ...sale),
    carryOn: (...merge) => carryOnMerge(mongo, names, ...merge),
  });
  return {
    merchants: createMerchants(mongo),
    shops: createShops(mongo),
    links: { ...createLinks(mongo), ...createLinkUses(mongo) },
    secondFactors: createSecondFactors(mongo, sealer),
    audit: createAudit(mongo),
    connections,
    reconciliations: createReconciliations(mongo),
    authorizations: createAuthorizations(mongo),
    callPlaces: createCallPlaces(mongo, clock.estimate, createSilenceWatch(connections, alerts, clock)),
    callStops: createCallStops(mongo, clock.estimate),
    tokenTurns: createTokenTurns(mongo, async () => (await clock.read()).now),
    appWatch: createAppWatch(mongo, alerts, clock),
    programs: createPrograms(mongo, programs, formerForm(mongo, FAIR_EXPIRY)),
    customers: createCustomers(mongo, names),
    followUpPlans: createFollowUpPlans(mongo),
    consents: createConsents(mongo),
    customerLinks: createCustomerLinks(mongo, sealer),
    suppressions: createSuppressions(mongo),
    sales: createSales(mongo, (...change) => changeSale(mongo, ...change)),
    wallets,
    ledger: {
      ...createStatements(mongo),
      ...createLedgerProof({ mongo, codes, programs, migrations: createMigrationMarks(mongo) }, async () => ({
        attested: await finishedAt(mongo, attestSales.id),
        sealed: await finishedAt(mongo, sealedSales.id),
      })),
    },
    redemptions: createRedemptions(mongo, wallets),
    merges: createMerges(mongo, names),
    reviews: createReviews(mongo),
    sameSales: createSameSales(mongo),
    messages: createMessages(mongo),
    sendPauses: createSendPauses(mongo),
    sendPaces: createSendPaces(mongo, clock.estimate),
    commands: createCommands(mongo),
    idempotency: createIdempotency(mongo, keys, formerForm(mongo, SEALED_ANSWERS)),
    alerts,
    voucherAttempts: createVoucherAttempts(mongo, codes, formerForm(mongo, VOUCHER_ATTEMPTS)),
    counterAttempts: createCounterAttempts(mongo),
    lockouts: createLockouts(mongo),
    limits: createLimits(mongo),
    people: createPeople(mongo),
    sessions: createSessions(mongo),
    imports: createImports(mongo),
    contactImports: createContactImports(mongo),
    past: createPast(mongo),
    reports: createReports(mongo),
    simulations: createSimulations(mongo),
    clock,
    async ping() {
      await mongo.connection.getClient().db().command({ ping: 1 });
    },
    close() {
      stopWatching();
      return mongo.connection.close();
    },
  };
}

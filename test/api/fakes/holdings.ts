import type { Grant, MessageRules, Redemption, Sale, StandIns, Wallet } from '../../../src/loyalty';
import type {
  Alert,
  AuditLine,
  Caller,
  CallStop,
  Consent,
  ContactImport,
  Customer,
  Membership,
  Merge,
  Message,
  Person,
  ProgramVersion,
  Reconciliation,
  Review,
  SendPause,
  Session,
  Shop,
  StatementLine,
  StoredSimulation,
  StoreConnection,
  Verification,
  Writing,
  NewAttempt,
  NewBalanceAttempt,
  Standing,
} from '../../../src/store';
import type { OpenImport } from './recording';
import type { HeldReports } from './reports';

/** What a fake store holds; every document belongs to the merchant it names. */
export interface Holdings {
  keys: Map<string, Caller>;
  people: Person[];
  memberships: Membership[];
  /** By token. */
  sessions: Map<string, Session>;
  /** Merchants that are. */
  suspended: string[];
  activations: Map<string, Standing>;
  texts: Map<string, Writing['texts']>;
  settings: Map<string, { requireSecondFactorForOwners?: boolean; messages?: Partial<MessageRules> }>;
  /** People who have one. */
  secondFactors: Set<string>;
  standIns: Map<string, StandIns>;
  connections: StoreConnection[];
  reconciliations: Reconciliation[];
  /** By company. */
  callStops: Map<string, CallStop>;
  customers: Customer[];
  consents: Consent[];
  /** Of customers, oldest first. */
  links: { merchantId: string; customerId: string; token: string }[];
  suppressed: Set<string>;
  /** Addresses whose owners want no more. */
  refused: Set<string>;
  /** Addresses at which a message reached nobody, one of each time. */
  unreachable: string[];
  /** What is held up of what sends. */
  pauses: SendPause[];
  wallets: Map<string, Wallet>;
  sales: Sale[];
  entries: StatementLine[];
  messages: Message[];
  redemptions: (Redemption & { merchantId: string })[];
  programs: (ProgramVersion & { merchantId: string })[];
  imports: OpenImport[];
  contactImports: ContactImport[];
  verification: Verification;
  alerts: Alert[];
  attempts: (NewAttempt & { id: string })[];
  balanceAttempts: (NewBalanceAttempt & { id: string })[];
  grants: Grant[];
  simulations: StoredSimulation[];
  merges: Merge[];
  reviews: Review[];
  audit: AuditLine[];
  shops: Shop[];
  reports: HeldReports;
  /** How far the process's clock is ahead of the database's. */
  skewMs: number;
}

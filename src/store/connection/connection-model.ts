import { Schema } from 'mongoose';
import type { AuditActor } from '../audit';
import { modelDefinition } from '../mongo';
import type { ReconcileEvery } from './reconcile-every';

/** Whether Bling accepts its tokens. */
export type AccessState = 'connected' | 'needs_authorization';

/** What a connection can be: beside what Bling makes of it, its people can pause it, or disconnect it for good. */
export type ConnectionState = AccessState | 'paused' | 'disconnected';

/** What the merchant's people have done to a connection. `revokedAt`: when Bling had its access back; absent or null: it has not. */
export interface ConnectionHold {
  as: 'paused' | 'disconnected';
  at: Date;
  revokedAt?: Date | null;
}

/** A change that its owners are written to about. `written`: those persons who have been. */
export interface MailDue {
  was: ConnectionState;
  is: ConnectionState;
  at: Date;
  written: string[];
}

/** A refresh of the tokens that failed: it is not tried again before `until`. `final`: Bling will never accept them. */
export interface RefreshFailure {
  until: Date;
  final: boolean;
}

/** Bling refuses to tell of the company's orders, its NFC-e or its contacts, until somebody puts that right. */
export interface ConnectionRefusal {
  reason: 'unauthorized' | 'forbidden';
  asked: 'order' | 'invoice' | 'contact';
  since: Date;
}

/** When something of a kind was answered, after it had been refused. */
export type AnsweredAgain = Partial<Record<ConnectionRefusal['asked'], Date>>;

/** One authorised Bling company. Tokens are encrypted at rest. */
export interface ConnectionDoc {
  _id: string;
  merchantId: string;
  companyId: string;
  companyName: string;
  state: AccessState;
  /** Absent or null: nothing. */
  held?: ConnectionHold | null;
  /** How it stood when its people were last told; absent or null: connected. */
  told?: ConnectionState | null;
  /** The change of which not all owners have been written to; absent or null: there is none. */
  mailDue?: MailDue | null;
  /** The store's time zone; null: the program's (R6). */
  zone: string | null;
  /** Ids of the merchant's situations; both empty: Bling's own completed and cancelled. */
  completedSituations: number[];
  cancelledSituations: number[];
  walkInContactId: string | null;
  accessToken: string;
  refreshToken: string;
  tokenVersion: number;
  accessExpiresAt: Date;
  refreshingUntil: Date | null;
  /** `version`: of which tokens; an earlier version wrote none, and leaves the failure there when the store is authorised anew. */
  refreshFailed?: (RefreshFailure & { version?: number }) | null;
  /** When tokens of this version took the place of some that were refused before their time. */
  insteadOfRefused?: { at: Date; version: number } | null;
  /** What a sale was refused, since it was authorised last; absent or null: nothing. */
  refused?: ConnectionRefusal | null;
  /** That NFC-e alone are forbidden, for which it is not refused itself; absent or null: they are not. */
  invoicesRefused?: ConnectionRefusal | null;
  /** Since it was authorised last; absent or null: nothing was. */
  answeredAgain?: AnsweredAgain | null;
  /** The reconciliation that is under way; absent or null: none is. */
  reconciling?: string | null;
  /** When it was let begin; what an earlier version wrote has none. */
  reconcilingSince?: Date | null;
  /** Since when NFC-e that no order names are sales of its own; absent or null: they are not. */
  consumerInvoicesSince?: Date | null;
  /** Since when they were the first time, kept where they are no more; absent or null: never, or since then without a break. */
  invoicesCountedFrom?: Date | null;
  /** How often its orders are compared; absent or null: as usual. */
  reconcileEvery?: ReconcileEvery | null;
  /** Up to when they were, by its own run, and when last those of a month; absent or null: never. */
  reconciledUntil?: Date | null;
  monthReconciledAt?: Date | null;
  /** When a comparison by its own run last failed, since one came to its end; absent or null: none has. */
  reconcileFailedAt?: Date | null;
  /** The sale after which those go on that have been open for long and are asked for part by part; absent or null: none are left. */
  openAskedAfter?: { at: string; id: string } | null;
  /** When situations were chosen that its orders have not been compared by yet; absent or null: there are none. */
  unappliedSince?: Date | null;
  /** When it last went on after a pause; absent or null: it was never paused. */
  resumedAt?: Date | null;
  /** When it last had an event, to the minute, and how long it usually is between two; absent or null: there was none. */
  lastEventAt?: Date | null;
  eventGapMs?: number | null;
  /** When its list last showed a change that no event had told of. */
  untoldAt?: Date | null;
  createdAt: Date;
  authorizedAt: Date;
}

const connectionSchema = new Schema<ConnectionDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true, index: true },
    companyId: { type: String, required: true, unique: true },
    companyName: { type: String, required: true },
    state: { type: String, required: true },
    zone: { type: String, default: null },
    completedSituations: { type: [Number], required: true },
    cancelledSituations: { type: [Number], required: true },
    walkInContactId: { type: String, default: null },
    accessToken: { type: String, required: true },
    refreshToken: { type: String, required: true },
    tokenVersion: { type: Number, required: true },
    accessExpiresAt: { type: Date, required: true },
    refreshingUntil: { type: Date, default: null },
    refreshFailed: { type: { until: Date, final: Boolean, version: Number }, _id: false, default: null },
    insteadOfRefused: { type: { at: Date, version: Number }, _id: false, default: null },
    answeredAgain: { type: { order: Date, invoice: Date, contact: Date }, _id: false, default: null },
    refused: { type: { reason: String, asked: String, since: Date }, _id: false, default: null },
    invoicesRefused: { type: { reason: String, asked: String, since: Date }, _id: false, default: null },
    held: { type: { as: String, at: Date, revokedAt: Date }, _id: false, default: null },
    told: { type: String, default: null },
    mailDue: { type: Schema.Types.Mixed, default: null },
    reconciling: { type: String, default: null },
    reconcilingSince: { type: Date, default: null },
    consumerInvoicesSince: { type: Date, default: null },
    invoicesCountedFrom: { type: Date, default: null },
    reconcileEvery: { type: String, default: null },
    reconciledUntil: { type: Date, default: null },
    monthReconciledAt: { type: Date, default: null },
    reconcileFailedAt: { type: Date, default: null },
    openAskedAfter: { type: Schema.Types.Mixed, default: null },
    unappliedSince: { type: Date, default: null },
    resumedAt: { type: Date, default: null },
    lastEventAt: { type: Date, default: null },
    eventGapMs: { type: Number, default: null },
    untoldAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    authorizedAt: { type: Date, required: true },
  },
  { collection: 'connections', versionKey: false },
);
export const connectionModel = modelDefinition('Connection', connectionSchema);

/** One authorisation under way. `_id` is the SHA-256 of the state; a code is exchanged at most once. */
export interface AuthorizationDoc {
  _id: string;
  merchantId: string;
  /** Who began it; absent on those of versions before. */
  begunBy?: AuditActor;
  codeHash: string | null;
  /** When the code was taken; absent or null: it was not, or by a version that did not say. */
  claimedAt?: Date | null;
  connectionId: string | null;
  failure: string | null;
  createdAt: Date;
}

/** An authorisation is forgotten a day after it was begun. */
const AUTHORIZATION_KEPT_SECONDS = 24 * 60 * 60;

const authorizationSchema = new Schema<AuthorizationDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    begunBy: { type: Schema.Types.Mixed },
    codeHash: { type: String, default: null },
    claimedAt: { type: Date, default: null },
    connectionId: { type: String, default: null },
    failure: { type: String, default: null },
    createdAt: { type: Date, required: true, expires: AUTHORIZATION_KEPT_SECONDS },
  },
  { collection: 'authorizations', versionKey: false },
);
export const authorizationModel = modelDefinition('Authorization', authorizationSchema);

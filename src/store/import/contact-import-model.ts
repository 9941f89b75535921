import { Schema } from 'mongoose';
import type { DoneBy } from '../../loyalty';
import { modelDefinition } from '../mongo';
import type { ImportEnd } from './import-model';

/** What an import reads, one after the other: the people in the ERP, and then orders of the past. */
export type ContactImportPhase = 'contacts' | 'orders';

/** Who wants it: somebody who asked, or each day what has changed since. */
export type ContactImportCause = 'person' | 'daily';

/** Orders of the past: those of these days that were not changed any more since the store was connected. Dates in Brasília. */
export interface OrderHistory {
  from: string;
  to: string;
  /** Since when they are as they are: when the store was connected. */
  unchangedSince: Date;
  /** Whether they earn; false: they are kept, and give nothing. */
  earn: boolean;
}

/** What came of it, in numbers. A contact or an order that a page repeats is counted again as `unchanged` or `known`. */
export interface ContactImportCounts {
  /** Contacts dealt with. */
  contacts: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Contacts that name nobody: without marks, masked, stand-ins. */
  nobody: number;
  /** The contact of walk-in sales, contacts that are excluded in Bling, and those that it does not tell of. */
  leftOut: number;
  /** Contacts that had to be read one by one. */
  details: number;
  /** Orders dealt with, and those of them that were kept, were known already, or do not count. */
  orders: number;
  kept: number;
  known: number;
  notCounted: number;
  /** Calls to Bling that it has made. */
  calls: number;
}

/** Why it does not go on just now: the company's calls, a pause of Bling's, or a connection that its people have paused, or that has to be put right. */
export type ContactImportWait = 'pace' | 'day' | 'silence' | 'paused' | 'connection' | 'permission';

/** Something of a page that has to be read by itself, and which row of the page it is. */
export interface PendingDetail {
  id: string;
  row: number;
}

/** One import of the people in a company of Bling: what is asked for, and exactly how far it is. No personal data. */
export interface ContactImportDoc {
  _id: string;
  merchantId: string;
  connectionId: string;
  cause: ContactImportCause;
  /** Who asked for it; absent: nobody did, or it is older than the field. */
  by?: DoneBy;
  /** Of a daily one: contacts that were changed in this time. Null: all. */
  changed: { from: Date; to: Date } | null;
  history: OrderHistory | null;
  /** The zone of the store when it was begun; sales that are opened keep it. */
  zone: string;
  state: 'running' | 'paused' | 'finished' | ImportEnd;
  phase: ContactImportPhase;
  /** The page that is worked on, from 1. */
  page: number;
  /** When work on the page began first: a repetition of the work counts as the same instant. */
  takenAt: Date | null;
  /** Of the page, what has to be read by itself; null: the page has not been listed yet. */
  pending: PendingDetail[] | null;
  /** Whether another page may follow it. */
  more: boolean;
  /** Ids of the page before: pages repeat rows. */
  lastIds: string[];
  /** How many pages the phase has, as far as is known: at least `low`, and fewer than `high`. */
  pages: { low: number; high: number | null };
  counts: ContactImportCounts;
  /** How long it was worked on in this phase until `workedSince`, waiting for Bling included and pauses of people not. */
  workedMs: number;
  workedSince: Date | null;
  /** How much of the phase is done. */
  phaseDone: number;
  /** Why it waits, and until when; null: it does not. */
  waiting: { why: ContactImportWait; until: Date } | null;
  /** Grows with every change: a change holds only over what was read. */
  turn: number;
  startedAt: Date;
  finishedAt: Date | null;
  /** A daily one is forgotten after a month; absent: it is kept. */
  forgottenAt?: Date;
}

const contactImportSchema = new Schema<ContactImportDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    connectionId: { type: String, required: true },
    cause: { type: String, required: true },
    by: { type: Schema.Types.Mixed },
    changed: { type: Schema.Types.Mixed, default: null },
    history: { type: Schema.Types.Mixed, default: null },
    zone: { type: String, required: true },
    state: { type: String, required: true },
    phase: { type: String, required: true },
    page: { type: Number, required: true },
    takenAt: { type: Date, default: null },
    pending: { type: Schema.Types.Mixed, default: null },
    more: { type: Boolean, required: true },
    lastIds: { type: [String], required: true },
    pages: { type: Schema.Types.Mixed, required: true },
    counts: { type: Schema.Types.Mixed, required: true },
    workedMs: { type: Number, required: true },
    workedSince: { type: Date, default: null },
    phaseDone: { type: Number, required: true },
    waiting: { type: Schema.Types.Mixed, default: null },
    turn: { type: Number, required: true },
    startedAt: { type: Date, required: true },
    finishedAt: { type: Date, default: null },
    forgottenAt: { type: Date, expires: 0 },
  },
  { collection: 'contact_imports', versionKey: false, minimize: false },
);
contactImportSchema.index({ merchantId: 1, cause: 1, startedAt: -1, _id: -1 });
contactImportSchema.index({ merchantId: 1, state: 1, startedAt: 1, _id: 1 });
contactImportSchema.index({ merchantId: 1, connectionId: 1, state: 1, startedAt: -1, _id: -1 });
export const contactImportModel = modelDefinition('ContactImport', contactImportSchema, [
  { key: { merchantId: 1, connectionId: 1, state: 1, startedAt: -1 } },
]);

/** Whose turn it is in a connection, which is `_id`: one import at a time. It holds as long as that import is open. */
export interface ContactImportTurnDoc {
  _id: string;
  merchantId: string;
  importId: string;
}

const contactImportTurnSchema = new Schema<ContactImportTurnDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    importId: { type: String, required: true },
  },
  { collection: 'contact_import_turns', versionKey: false },
);
export const contactImportTurnModel = modelDefinition('ContactImportTurn', contactImportTurnSchema);

import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** What an alert can be about: the ledger of a merchant does not hold; a step of its runs met a defect of the program, did
 * not find the record it is about, or fails again and again; the clock of a process, or of Temporal, is wrong; Bling does
 * not answer the calls to a company, or refuses them for good, or does not take the app's credentials; a store's events have
 * stopped, or its connection was stopped by its people, or is not compared any more; nobody serves a queue; a provider refuses
 * all messages of a sender, or of a template. */
export const ALERT_KINDS = [
  'ledger_misfit',
  'step_defect',
  'record_missing',
  'step_stuck',
  'clock_skew',
  'bling_silent',
  'bling_refused',
  'bling_app_refused',
  'webhooks_silent',
  'connection_stopped',
  'connection_behind',
  'queue_unattended',
  'sender_paused',
  'template_paused',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/**
 * Something a person has to look into. `_id` is derived from merchant, kind, subject and `n`, which counts from 1: only
 * one can be the next, so that two who notice the same thing at once raise it once.
 */
export interface AlertDoc {
  _id: string;
  merchantId: string;
  kind: AlertKind;
  /** What it is about, such as `ledger`: at most one alert of a kind and subject is open. */
  subject: string;
  n: number;
  /** pt-BR, for people. */
  text: string;
  /** Numbers and ids behind the text; no personal data. */
  facts: Record<string, unknown>;
  raisedAt: Date;
  lastSeenAt: Date;
  /** null: open. */
  resolvedAt: Date | null;
}

const alertSchema = new Schema<AlertDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    kind: { type: String, required: true },
    subject: { type: String, required: true },
    n: { type: Number, required: true },
    text: { type: String, required: true },
    facts: { type: Schema.Types.Mixed, required: true },
    raisedAt: { type: Date, required: true },
    lastSeenAt: { type: Date, required: true },
    resolvedAt: { type: Date, default: null },
  },
  { collection: 'alerts', versionKey: false, minimize: false },
);
alertSchema.index({ merchantId: 1, kind: 1, subject: 1, n: -1 });
alertSchema.index({ merchantId: 1, raisedAt: -1, _id: -1 });
alertSchema.index({ merchantId: 1, resolvedAt: 1, raisedAt: -1, _id: -1 });
export const alertModel = modelDefinition('Alert', alertSchema, [{ key: { merchantId: 1, raisedAt: -1 } }]);

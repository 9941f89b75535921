import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** By what a customer can be written to. */
export const CONSENT_CHANNELS = ['whatsapp', 'email'] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

/**
 * By what it was told: somebody of the merchant's noted it (`staff`); the customer by the link of a message or their page (`link`) or by
 * an answer (`whatsapp`); the provider, who lets nothing through any more (`meta`); a list of whom not to write to (`list`).
 */
export const CONSENT_SOURCES = ['staff', 'link', 'whatsapp', 'meta', 'list'] as const;
export type ConsentSource = (typeof CONSENT_SOURCES)[number];

/** What it is about: so far all that a customer is written. */
export const CONSENT_PURPOSES = ['all'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/**
 * A consent that was given or taken back: a fact, only ever added to. What holds is the newest of a channel. `_id` is made of the
 * call that told of it and of what it told, so that a repetition finds it.
 */
export interface ConsentDoc {
  _id: string;
  merchantId: string;
  /** The record it was told of; it stays there when the customer is merged into another. */
  customerId: string;
  channel: ConsentChannel;
  given: boolean;
  /** What the customer was asked or said, word by word. */
  text: string;
  at: Date;
  /** Absent: `staff`. */
  source?: ConsentSource;
  /** Absent: `all`. */
  purpose?: ConsentPurpose;
  /**
   * Who is authenticated, or the customer themselves. Those of an earlier version have a name beside the id, which nobody reads.
   */
  actor: { kind: 'key' | 'person' | 'customer'; id: string };
  /** Whom and which store the call names. */
  operator: string | null;
  storeId: string | null;
}

const consentSchema = new Schema<ConsentDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    customerId: { type: String, required: true },
    channel: { type: String, required: true },
    given: { type: Boolean, required: true },
    text: { type: String, required: true },
    at: { type: Date, required: true },
    source: String,
    purpose: String,
    actor: { type: Schema.Types.Mixed, required: true },
    operator: { type: String, default: null },
    storeId: { type: String, default: null },
  },
  { collection: 'consents', versionKey: false },
);
consentSchema.index({ merchantId: 1, customerId: 1, at: -1, _id: -1 });
export const consentModel = modelDefinition('Consent', consentSchema);

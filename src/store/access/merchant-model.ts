import { Schema } from 'mongoose';
import type { MessageRules, NoticeKind, StandIns } from '../../loyalty';
import { modelDefinition } from '../mongo';
import type { KeyScope } from './caller';

/** What Bling answered when it was asked for something, as a merchant's check or in earnest. */
export type ReadAnswer = 'ok' | 'refused' | 'silent';

/** What Bling answers about a company of the merchant, and when it was asked. */
export interface ReadChecks {
  orders: ReadAnswer;
  contacts: ReadAnswer;
  situations: ReadAnswer;
  at: Date;
}

/** A past order whose whole reasoning somebody has approved. */
export interface ApprovedSale {
  connectionId: string;
  orderId: string;
  number: string | null;
  /** What it would earn, by the version. */
  programVersion: number;
  /** Who approved it: a person's or a key's id. */
  by: string;
  at: Date;
}

/** When a test message was last sent by a channel, and who wanted to see it. */
export interface TestedChannel {
  at: Date;
  by: string;
  /** What reports call it; absent: none come by the channel, or a version before sent it. */
  reference?: string;
  /** When it was reported to have arrived; absent: it was not. */
  arrivedAt?: Date | null;
  /** Why it did not arrive, in a stable word; absent: that was not reported. */
  failure?: string | null;
}

/** What a merchant's people have done until its customers are written to. */
export interface Activation {
  /** By connection. */
  checks?: Record<string, ReadChecks>;
  approved?: ApprovedSale;
  /** By channel: a message went out to somebody of the merchant who wanted to see it arrive. */
  tested?: Partial<Record<'whatsapp' | 'email', TestedChannel>>;
}

/** What a merchant says in its e-mails of one occasion in its own words; what is absent is as we write it. */
export interface OwnText {
  subject?: string;
  /** Paragraphs before what the message has to say, and after it. */
  opening?: string[];
  closing?: string[];
}

/** A tenant. `_id` is the merchantId that every other document carries. */
export interface MerchantDoc {
  _id: string;
  name: string;
  createdAt: Date;
  /** What its staff type in where they do not know who buys; absent: nothing of its own. */
  standIns?: StandIns;
  /** Whether owners are let in by a second factor alone. */
  requireSecondFactorForOwners?: boolean;
  /** What it has settled about writing to its customers; what is absent is as in `DEFAULT_MESSAGE_RULES`. */
  messages?: Partial<MessageRules>;
  /** Its own words in e-mails to its customers, by occasion. */
  messageTexts?: Partial<Record<NoticeKind, OwnText>>;
  /** Since when nobody is served for it; absent or null: it is not suspended. */
  suspendedAt?: Date | null;
  /** Since when its customers are written to; null: not yet, or not any more. Absent: it was there before one was asked. */
  liveAt?: Date | null;
  activation?: Activation;
  /** Raised by each change to its people, invitations and keys: two of them meet here. */
  peopleVersion?: number;
}

const merchantSchema = new Schema<MerchantDoc>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    createdAt: { type: Date, required: true },
    standIns: { type: Schema.Types.Mixed },
    requireSecondFactorForOwners: { type: Boolean },
    messages: { type: Schema.Types.Mixed },
    messageTexts: { type: Schema.Types.Mixed },
    suspendedAt: { type: Date },
    liveAt: { type: Date },
    activation: { type: Schema.Types.Mixed },
    peopleVersion: { type: Number },
  },
  { collection: 'merchants', versionKey: false },
);
export const merchantModel = modelDefinition('Merchant', merchantSchema);

/** `_id` is the SHA-256 of the key in hex: the key itself is never stored. */
export interface ApiKeyDoc {
  _id: string;
  merchantId: string;
  label: string;
  /** Absent in keys that were made before there were scopes: all a key can do. */
  scope?: KeyScope;
  createdAt: Date;
  /** How it begins, by which people recognise it; absent in older keys. */
  prefix?: string;
  /** The person who made it; absent: a tool did. */
  createdBy?: string;
  /** To the quarter of an hour. */
  usedAt?: Date;
  /** It is under another `_id` since then, where no version finds it by the key. */
  revokedAt?: Date;
}

const apiKeySchema = new Schema<ApiKeyDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true, index: true },
    label: { type: String, required: true },
    scope: { type: String },
    createdAt: { type: Date, required: true },
    prefix: { type: String },
    createdBy: { type: String },
    usedAt: { type: Date },
    revokedAt: { type: Date },
  },
  { collection: 'api_keys', versionKey: false },
);
export const apiKeyModel = modelDefinition('ApiKey', apiKeySchema);

import { Schema } from 'mongoose';
import type { Decision, NoticeChannel, NoticeKind, SkipReason, WaitReason } from '../../loyalty';
import { modelDefinition } from '../mongo';

/**
 * `sending` is written before the outside world hears of it; `unknown`: it may have gone, and is not sent again;
 * `skipped`: there was no address or nothing left to say.
 */
export type MessageState =
  'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'skipped' | 'unknown';

/** What was decided about a message last, when, why, and until when it waits. */
export interface MessageDecision {
  at: Date;
  do: Decision['do'];
  because: WaitReason | SkipReason | null;
  until: Date | null;
}

/**
 * One line of the outbox. `_id` is `merchantId/saleId/key/channel`, or `merchantId/customer/key/channel`: the same message cannot be
 * queued twice.
 */
export interface MessageDoc {
  _id: string;
  merchantId: string;
  /** Null: it is about no sale. */
  saleId: string | null;
  customerId: string;
  /** What the notice it gives is about. */
  kind: NoticeKind;
  channel: NoticeChannel;
  state: MessageState;
  reason: string | null;
  providerId: string | null;
  attempts: number;
  sendingSince: Date | null;
  /** When a passing failure is tried again. */
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  /** Absent: an earlier version wrote it. */
  decision?: MessageDecision;
  /** Until when it has waited to be let go; absent: it has not. From then on it may be tried for a day. */
  heldUntil?: Date;
  /** The sending number it went out by, as the provider calls it; absent: not known. */
  senderId?: string;
  /** Whether the phone was written with its ninth digit; absent: no other form of it is known, or it is no phone. */
  ninth?: boolean;
  /** A keyed digest of who it reached, as the provider calls them to this installation alone; absent: it has not said. */
  user?: string;
  /** How often it was refused by each of the codes after which it is tried only so often; absent: by none. */
  refusals?: Record<string, number>;
  /** A report has changed what is said of it, and the run of its sale has not been told; absent: it has. */
  untold?: boolean;
  /** The provider's instant of the newest delivery report; absent: none has come. */
  reportedAt?: Date;
  createdAt: Date;
  updatedAt: Date;
}

const messageSchema = new Schema<MessageDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    saleId: { type: String, default: null },
    customerId: { type: String, required: true },
    kind: { type: String, required: true },
    channel: { type: String, required: true },
    state: { type: String, required: true },
    reason: { type: String, default: null },
    providerId: { type: String, default: null },
    attempts: { type: Number, required: true },
    sendingSince: { type: Date, default: null },
    nextAttemptAt: { type: Date, default: null },
    sentAt: { type: Date, default: null },
    decision: { type: Schema.Types.Mixed },
    heldUntil: Date,
    senderId: String,
    ninth: Boolean,
    user: String,
    refusals: { type: Schema.Types.Mixed },
    untold: Boolean,
    reportedAt: Date,
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'messages', versionKey: false },
);
messageSchema.index({ merchantId: 1, senderId: 1, reportedAt: -1 });
messageSchema.index({ merchantId: 1, untold: 1 });
messageSchema.index({ providerId: 1 }, { sparse: true });
messageSchema.index({ merchantId: 1, user: 1 }, { partialFilterExpression: { user: { $exists: true } } });
messageSchema.index({ merchantId: 1, saleId: 1, createdAt: -1, _id: -1 });
messageSchema.index({ merchantId: 1, customerId: 1, createdAt: -1, _id: -1 });
messageSchema.index({ merchantId: 1, createdAt: -1, _id: -1 });
messageSchema.index({ merchantId: 1, state: 1, createdAt: -1, _id: -1 });
messageSchema.index({ merchantId: 1, kind: 1, createdAt: -1, _id: -1 });
export const messageModel = modelDefinition('Message', messageSchema, [
  { key: { saleId: 1 } },
  { key: { customerId: 1 } },
  { key: { merchantId: 1, customerId: 1 } },
  { key: { merchantId: 1, saleId: 1, createdAt: 1 } },
]);

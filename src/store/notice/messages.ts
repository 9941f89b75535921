import { isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import type { NoticeChannel, NoticeKind } from '../../loyalty';
import { messageModel } from './message-model';
import type { MessageDoc, MessageState } from './message-model';

/** A message to one customer by one channel. `key` says which of the sale's messages it is, such as `earned`. */
export interface MessageIdentity {
  merchantId: string;
  saleId: string;
  key: string;
  channel: NoticeChannel;
}

/** A line of the outbox; `id` in place of `_id`. */
export type Message = Omit<MessageDoc, '_id'> & { id: string };

/** What the outside world reported about a message. */
export interface DeliveryReport {
  messageId: string | null;
  providerId: string;
  state: Extract<MessageState, 'sent' | 'delivered' | 'read' | 'failed'>;
  reason: string | null;
}

/** The outbox: written before anything is sent, so that nothing is sent twice. */
export interface Messages {
  /**
   * Writes the message down in the state it begins in; `fresh` is true for the one caller who did. Whoever comes later
   * gets the message as it is.
   */
  open(
    identity: MessageIdentity,
    about: { customerId: string; kind: NoticeKind },
    beginning: { state: 'sending' } | { state: 'skipped'; reason: string },
    now: Date,
  ): Promise<{ message: Message; fresh: boolean }>;
  /** Marks it as on its way; only a queued message can be, so that of two senders one wins. */
  startSending(id: string, now: Date): Promise<boolean>;
  /** Ends an attempt: `queued` again after one that certainly failed. Never changes the state that a delivery report has already given it. */
  finish(
    id: string,
    outcome: { state: MessageState; reason?: string; providerId?: string; nextAttemptAt?: Date },
    now: Date,
  ): Promise<void>;
  get(id: string): Promise<Message | null>;
  ofSale(merchantId: string, saleId: string): Promise<Message[]>;
  /** Takes a delivery report in; unknown messages are ignored. Late and repeated reports never turn a state back. */
  report(report: DeliveryReport, now: Date): Promise<void>;
  /** Whether reports of this channel reach us at all: some message was once reported as delivered. */
  reportsArrive(channel: NoticeChannel): Promise<boolean>;
}

/** A report moves a message only forward along this order. */
const EARLIER: Record<DeliveryReport['state'], MessageState[]> = {
  sent: ['queued', 'sending', 'unknown'],
  delivered: ['queued', 'sending', 'unknown', 'sent'],
  read: ['queued', 'sending', 'unknown', 'sent', 'delivered'],
  failed: ['queued', 'sending', 'unknown', 'sent'],
};

/** The outbox of one database. */
export function createMessages(mongo: Mongo): Messages {
  const get = async (id: string): Promise<Message | null> => {
    const doc = await mongo.of(messageModel).findById(id).lean();
    return doc ? asMessage(doc) : null;
  };

  return {
    get,
    async open(identity, { customerId, kind }, beginning, now) {
      const { merchantId, saleId, channel } = identity;
      const sending = beginning.state === 'sending';
      const fresh: MessageDoc = {
        _id: messageIdOf(identity),
        merchantId,
        saleId,
        customerId,
        kind,
        channel,
        state: beginning.state,
        reason: sending ? null : beginning.reason,
        providerId: null,
        attempts: sending ? 1 : 0,
        sendingSince: sending ? now : null,
        nextAttemptAt: null,
        sentAt: null,
        createdAt: now,
        updatedAt: now,
      };
      try {
        await mongo.of(messageModel).insertMany([fresh], { lean: true });
        return { message: asMessage(fresh), fresh: true };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return { message: (await get(fresh._id))!, fresh: false };
      }
    },
    async startSending(id, now) {
      const { matchedCount } = await mongo
        .of(messageModel)
        .updateOne(
          { _id: id, state: 'queued' },
          { $set: { state: 'sending', sendingSince: now, updatedAt: now }, $inc: { attempts: 1 } },
        );
      return matchedCount === 1;
    },
    async finish(id, { state, reason, providerId, nextAttemptAt }, now) {
      await mongo.of(messageModel).updateOne(
        { _id: id, state: { $in: ['queued', 'sending', 'unknown'] } },
        {
          $set: {
            state,
            reason: reason ?? null,
            nextAttemptAt: nextAttemptAt ?? null,
            updatedAt: now,
            ...(providerId === undefined ? {} : { providerId }),
            ...(state === 'sent' ? { sentAt: now } : {}),
          },
        },
      );
    },
    ofSale: async (merchantId, saleId) =>
      (await mongo.of(messageModel).find({ merchantId, saleId }).sort({ createdAt: 1, _id: 1 }).lean()).map(
        asMessage,
      ),
    async report({ messageId, providerId, state, reason }, now) {
      await mongo
        .of(messageModel)
        .updateOne(
          { ...(messageId === null ? { providerId } : { _id: messageId }), state: { $in: EARLIER[state] } },
          { $set: { state, reason, providerId, updatedAt: now } },
        );
    },
    reportsArrive: async (channel) =>
      (await mongo.of(messageModel).exists({ channel, state: { $in: ['delivered', 'read'] } })) !== null,
  };
}

/** A message's id: the same for the same message, and what its delivery reports name it by. */
export function messageIdOf({ merchantId, saleId, key, channel }: MessageIdentity): string {
  return `${merchantId}/${saleId}/${key}/${channel}`;
}

function asMessage({ _id, ...message }: MessageDoc): Message {
  return { id: _id, ...message };
}

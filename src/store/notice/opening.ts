import type { NoticeChannel, NoticeKind } from '../../loyalty';
import { duplicatesIn } from '../mongo';
import type { Mongo } from '../mongo';
import { messageModel } from './message-model';
import type { MessageDecision, MessageDoc } from './message-model';

/** A message to one customer by one channel. `key` says which of the sale's messages it is, such as `earned`, or of its customer's. */
export interface MessageIdentity {
  merchantId: string;
  /** Null: it is about no sale, and its key names the customer. */
  saleId: string | null;
  key: string;
  channel: NoticeChannel;
}

/** A message that is about to be sent, or cannot be. */
export interface Opening {
  identity: MessageIdentity;
  about: { customerId: string; kind: NoticeKind };
  /** Absent: nothing was decided, as its step has failed. */
  decision?: MessageDecision;
  beginning:
    | { state: 'sending'; senderId?: string; ninth?: boolean }
    | { state: 'skipped'; reason: string }
    | { state: 'queued'; reason: string; nextAttemptAt: Date };
}

/** In place of a sale's id. */
const OF_A_CUSTOMER = 'customer';

/** What the messages of one notice have in common: their ids without the channel. */
export function noticeName({ merchantId, saleId, key }: Omit<MessageIdentity, 'channel'>): string {
  return `${merchantId}/${saleId ?? OF_A_CUSTOMER}/${key}`;
}

/** The notice that a message gives, by the message's id. */
export function noticeIn(messageId: string): string {
  return messageId.slice(0, messageId.lastIndexOf('/'));
}

/** The key of the notice that a message gives, by the message's id. */
export function noticeKeyIn(messageId: string): string {
  return noticeIn(messageId).split('/').slice(2).join('/');
}

/** A message's id: the same for the same message, and what its delivery reports name it by. */
export function messageIdOf(message: MessageIdentity): string {
  return `${noticeName(message)}/${message.channel}`;
}

/** Whether this is the id of a message by a channel. */
export function isMessageOf(id: string, channel: NoticeChannel): boolean {
  return id.endsWith(`/${channel}`) && noticeKeyIn(id) !== '';
}

/** Whose a message is: its id begins with its merchant's. */
export function merchantOf(messageId: string): string {
  return messageId.slice(0, messageId.indexOf('/'));
}

/** The document that a message begins as. */
export function asOpened({ identity, about, decision, beginning }: Opening, now: Date): MessageDoc {
  const { merchantId, saleId, channel } = identity;
  const sending = beginning.state === 'sending';
  return {
    _id: messageIdOf(identity),
    merchantId,
    saleId,
    ...about,
    channel,
    state: beginning.state,
    reason: beginning.state === 'sending' ? null : beginning.reason,
    providerId: null,
    attempts: sending ? 1 : 0,
    sendingSince: sending ? now : null,
    nextAttemptAt: beginning.state === 'queued' ? beginning.nextAttemptAt : null,
    sentAt: null,
    ...(decision === undefined ? {} : { decision }),
    ...heldBy(decision),
    ...(beginning.state === 'sending' ? outletIn(beginning) : {}),
    createdAt: now,
    updatedAt: now,
  };
}

/** Whether a message waits by this for seconds, as a line is full, which nobody has to put right. */
export function isMomentary(because: string | null): boolean {
  return because === 'busy' || because === 'too_fast_for_recipient';
}

/** Until when it waits for its turn. Of a line that is full for a moment it is not: the day in which a message may be tried goes on. */
export function heldBy(decision: MessageDecision | undefined): Pick<MessageDoc, 'heldUntil'> {
  if (!decision?.until || isMomentary(decision.because)) return {};
  return { heldUntil: decision.until };
}

/** By what it leaves, and to which form of a number. */
function outletIn({ senderId, ninth }: { senderId?: string; ninth?: boolean }): Partial<MessageDoc> {
  return { ...(senderId === undefined ? {} : { senderId }), ...(ninth === undefined ? {} : { ninth }) };
}

/** Writes down those that nobody has written before, and answers the ids of the others. */
export async function insertUntaken(mongo: Mongo, docs: readonly MessageDoc[]): Promise<ReadonlySet<string>> {
  if (docs.length === 0) return new Set();
  try {
    await mongo.connection
      .getClient()
      .db()
      .collection<MessageDoc>(messageModel.plan.collection)
      .insertMany([...docs], { ordered: false });
    return new Set();
  } catch (error) {
    return new Set(duplicatesIn(error).map((index) => docs[index]!._id));
  }
}

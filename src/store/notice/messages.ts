import type { AnyBulkWriteOperation } from 'mongoose';
import type { Mongo, Place } from '../mongo';
import type { Instant, NoticeKind } from '../../loyalty';
import { recordsOf } from '../customer';
import { listMessages } from './message-list';
import type { MessageFilter } from './message-list';
import { messageModel } from './message-model';
import type { MessageDecision, MessageDoc, MessageState } from './message-model';
import { asOpened, heldBy, insertUntaken, merchantOf, noticeIn } from './opening';
import type { Opening } from './opening';

/** A line of the outbox; `id` in place of `_id`. */
export type Message = Omit<MessageDoc, '_id'> & { id: string };

/** A message whose sale has to be told of its state. */
export type UntoldMessage = Pick<Message, 'id' | 'merchantId' | 'saleId' | 'state'>;

/** The message that a report is about. */
export type ReportedMessage = Pick<
  Message,
  'id' | 'merchantId' | 'customerId' | 'kind' | 'sendingSince' | 'ninth'
>;

/** A notice that somebody was given, or is being given just now. */
export interface GivenNotice {
  /** Names it, whatever the channel. */
  notice: string;
  at: Instant;
  /** Not certainly: it is on its way, or about to be. */
  underway: boolean;
}

/** How an attempt ended, or why there was none. */
export interface Outcome {
  state: MessageState;
  reason?: string;
  providerId?: string;
  nextAttemptAt?: Date;
  decision?: MessageDecision;
  /** The provider's code, where a message is tried only so often after it. */
  refusedBy?: string;
}

/** What the outside world reported about a message. */
export interface DeliveryReport {
  messageId: string | null;
  providerId: string;
  state: Extract<MessageState, 'sent' | 'delivered' | 'read' | 'failed'>;
  reason: string | null;
  /** The sending number it is about, as the provider calls it; null: it does not say. */
  senderId: string | null;
  /** When it happened, by the provider's clock. */
  at: Instant;
  /** Whom it reached, as the provider calls them to this installation alone; absent: it does not say. */
  user?: string;
}

/** The outbox: written before anything is sent, so that nothing is sent twice. */
export interface Messages {
  /**
   * Writes messages down in the states they begin in, together; `fresh` is true of each for the one caller who did. Whoever comes
   * later gets the message as it is. In the order of the openings.
   */
  open(openings: readonly Opening[], now: Date): Promise<{ message: Message; fresh: boolean }[]>;
  /**
   * Marks it as on its way, as was decided, to who owns its sale by now; only a queued message can be, so that of two senders one
   * wins.
   */
  startSending(
    id: string,
    now: Date,
    decision: MessageDecision,
    to: { customerId: string; senderId?: string; ninth?: boolean },
  ): Promise<boolean>;
  /** Takes that back: it has not been sent, and waits or is not sent at all. False: it is not on its way any more. */
  stepBack(id: string, attempts: number, outcome: Outcome, now: Date): Promise<boolean>;
  /**
   * Ends an attempt: `queued` again after one that certainly failed. Never changes the state that a delivery report has already given it.
   * @param only where it still has this state
   */
  finish(id: string, outcome: Outcome, now: Date, only?: MessageState): Promise<void>;
  /**
   * The notices of these kinds that a customer was given, or is being given, since an instant: also under records that were merged
   * into theirs. One message for each channel.
   */
  givenTo(
    merchantId: string,
    customerId: string,
    kinds: readonly NoticeKind[],
    since: Date,
  ): Promise<GivenNotice[]>;
  get(id: string): Promise<Message | null>;
  /** A page of a merchant's messages, newest first. */
  list(merchantId: string, filter: MessageFilter & Place & { limit: number }): Promise<Message[]>;
  ofSale(merchantId: string, saleId: string): Promise<Message[]>;
  /** Those of these kinds to a customer since an instant, also under records that were merged into theirs. */
  toCustomer(
    merchantId: string,
    customerId: string,
    kinds: readonly NoticeKind[],
    since: Date,
  ): Promise<Message[]>;
  /**
   * Takes delivery reports in, in their order; unknown messages are ignored. Late and repeated reports never turn a state back.
   * Those of which something else has to be said now (it did not arrive after all, or is not in doubt any more) are `untold`.
   */
  report(reports: readonly DeliveryReport[], now: Date): Promise<void>;
  /** Some of the messages that reports of these were about, as far as they are untold. */
  untoldOf(reports: readonly Pick<DeliveryReport, 'messageId' | 'providerId'>[]): Promise<UntoldMessage[]>;
  /** Whose a message is that a report is about, and when it left; null: it is none of ours. */
  recipientOf(report: Pick<DeliveryReport, 'messageId' | 'providerId'>): Promise<ReportedMessage | null>;
  /** Which customers of a merchant a user of the provider's is, by the messages that reached them. */
  customersOf(merchantId: string, user: string): Promise<string[]>;
  /** Some of a merchant's untold messages. */
  untold(merchantId: string, limit: number): Promise<UntoldMessage[]>;
  /** Notes that the message's sale has been told of this state of it. Once it has another, it has to be told again. */
  told(message: UntoldMessage): Promise<void>;
  /**
   * Whether reports about this sender's messages to this merchant's customers have arrived that are newer than an instant: then
   * one about a message sent at that instant would have come too.
   */
  reportedSince(merchantId: string, senderId: string, since: Date): Promise<boolean>;
}

/** One of these may have reached somebody. */
const GIVEN: MessageState[] = ['sending', 'sent', 'delivered', 'read', 'unknown'];

/** A body of 3 MB holds some ten thousand reports, of three writes each. */
const REPORTS_AT_ONCE = 500;

/** What an attempt may still end. */
const UNENDED: MessageState[] = ['queued', 'sending', 'unknown'];

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
    const doc = await mongo
      .of(messageModel)
      .findOne({ _id: id, merchantId: merchantOf(id) })
      .lean();
    return doc ? asMessage(doc) : null;
  };

  const userName = (user: string): string => mongo.keyedDigest('message users', user);

  return {
    get,
    list: async (merchantId, filter) => (await listMessages(mongo, merchantId, filter)).map(asMessage),
    async open(openings, now) {
      const docs = openings.map((opening) => asOpened(opening, now));
      const taken = await insertUntaken(mongo, docs);
      return Promise.all(
        docs.map(async (doc) =>
          taken.has(doc._id)
            ? { message: (await get(doc._id))!, fresh: false }
            : { message: asMessage(doc), fresh: true },
        ),
      );
    },
    async startSending(id, now, decision, to) {
      const { matchedCount } = await mongo.of(messageModel).updateOne(
        { _id: id, merchantId: merchantOf(id), state: 'queued' },
        {
          $set: {
            state: 'sending',
            sendingSince: now,
            updatedAt: now,
            decision,
            ...to,
          },
          $inc: { attempts: 1 },
        },
      );
      return matchedCount === 1;
    },
    async stepBack(id, attempts, outcome, now) {
      const { matchedCount } = await mongo
        .of(messageModel)
        .updateOne(
          { _id: id, merchantId: merchantOf(id), state: 'sending', attempts },
          { $set: { ...asEnded(outcome, now), sendingSince: null }, $inc: { attempts: -1 } },
        );
      return matchedCount === 1;
    },
    async finish(id, outcome, now, only) {
      await mongo.of(messageModel).updateOne(
        { _id: id, merchantId: merchantOf(id), state: { $in: only ? [only] : UNENDED } },
        {
          $set: asEnded(outcome, now),
          ...(outcome.refusedBy === undefined ? {} : { $inc: { [`refusals.${outcome.refusedBy}`]: 1 } }),
        },
      );
    },
    async givenTo(merchantId, customerId, kinds, since) {
      const customerIds = await recordsOf(mongo, merchantId, customerId);
      const docs = await mongo.find(
        messageModel,
        {
          ...{ merchantId, customerId: { $in: customerIds }, createdAt: { $gte: since } },
          ...{ kind: { $in: kinds }, state: { $in: GIVEN } },
        },
        { fields: { state: 1, sentAt: 1, sendingSince: 1, createdAt: 1 } },
      );
      return docs.map(({ _id, state, sentAt, sendingSince, createdAt }) => ({
        ...{ notice: noticeIn(_id), underway: state === 'sending' },
        at: (sentAt ?? sendingSince ?? createdAt).getTime(),
      }));
    },
    ofSale: async (merchantId, saleId) =>
      (await mongo.find(messageModel, { merchantId, saleId }))
        .sort((one, other) => +one.createdAt - +other.createdAt || (one._id < other._id ? -1 : 1))
        .map(asMessage),
    async toCustomer(merchantId, customerId, kinds, since) {
      const customerIds = await recordsOf(mongo, merchantId, customerId);
      const filter = { merchantId, customerId: { $in: customerIds }, createdAt: { $gte: since } };
      return (await mongo.find(messageModel, { ...filter, kind: { $in: kinds } })).map(asMessage);
    },
    async report(reports, now) {
      for (let from = 0; from < reports.length; from += REPORTS_AT_ONCE) {
        const writes = reports
          .slice(from, from + REPORTS_AT_ONCE)
          .flatMap((report) => reportWrites(report, now, userName));
        await mongo.of(messageModel).bulkWrite(writes, { ordered: true });
      }
    },
    async untoldOf(reports) {
      const found: UntoldMessage[] = [];
      for (const filter of filtersOf(reports.slice(0, REPORTS_AT_ONCE)))
        found.push(...(await untoldWith(mongo, filter, REPORTS_AT_ONCE)));
      return found;
    },
    async recipientOf(report) {
      const [filter] = filtersOf([report]);
      const fields = { merchantId: 1, customerId: 1, kind: 1, sendingSince: 1, ninth: 1 } as const;
      const doc = filter && (await mongo.findOne(messageModel, filter, { fields }));
      if (!doc) return null;
      const { _id: id, merchantId, customerId, kind, sendingSince, ninth } = doc;
      return { id, merchantId, customerId, kind, sendingSince, ninth };
    },
    async customersOf(merchantId, user) {
      const filter = { merchantId, user: userName(user) };
      const found = await mongo.find(messageModel, filter, { fields: { customerId: 1 } });
      return [...new Set(found.map(({ customerId }) => customerId))].sort();
    },
    untold: (merchantId, limit) => untoldWith(mongo, { merchantId }, limit),
    async told({ id, merchantId, state }) {
      await mongo.of(messageModel).updateOne({ _id: id, merchantId, state }, { $unset: { untold: 1 } });
    },
    reportedSince: async (merchantId, senderId, since) =>
      (await mongo.of(messageModel).exists({ merchantId, senderId, reportedAt: { $gt: since } })) !== null,
  };
}

function asEnded(
  { state, reason, providerId, nextAttemptAt, decision }: Outcome,
  now: Date,
): Partial<MessageDoc> {
  return {
    state,
    reason: reason ?? null,
    nextAttemptAt: nextAttemptAt ?? null,
    updatedAt: now,
    ...(providerId === undefined ? {} : { providerId }),
    ...(state === 'sent' ? { sentAt: now } : {}),
    ...(decision === undefined ? {} : { decision }),
    ...heldBy(decision),
  };
}

async function untoldWith(
  mongo: Mongo,
  filter: Record<string, unknown>,
  limit: number,
): Promise<UntoldMessage[]> {
  const fields = { merchantId: 1, saleId: 1, state: 1 } as const;
  const docs = await mongo
    .of(messageModel)
    .find({ ...filter, untold: true })
    .select(fields)
    .limit(limit)
    .lean();
  return docs.map(({ _id: id, merchantId, saleId, state }) => ({ id, merchantId, saleId, state }));
}

/** The messages that reports name: by our id, merchant by merchant, else by the provider's. */
function filtersOf(
  reports: readonly Pick<DeliveryReport, 'messageId' | 'providerId'>[],
): Record<string, unknown>[] {
  const ids = new Map<string, string[]>();
  const providerIds: string[] = [];
  for (const { messageId, providerId } of reports) {
    if (messageId === null) providerIds.push(providerId);
    else ids.set(merchantOf(messageId), [...(ids.get(merchantOf(messageId)) ?? []), messageId]);
  }
  return [
    ...[...ids].map(([merchantId, some]) => ({ merchantId, _id: { $in: some } })),
    ...(providerIds.length === 0 ? [] : [{ providerId: { $in: providerIds } }]),
  ];
}

/**
 * The state, where the report moves it forward; and in any case that a report has come, which shows that reports do: those of the
 * number it went out by last, not late ones of a number it was tried by before.
 */
function reportWrites(
  { messageId, providerId, state, reason, senderId, at, user }: DeliveryReport,
  now: Date,
  userName: (user: string) => string,
): AnyBulkWriteOperation<MessageDoc>[] {
  const filter = messageId === null ? { providerId } : { _id: messageId, merchantId: merchantOf(messageId) };
  const set = { state, reason, providerId, updatedAt: now };
  const doubtful = EARLIER[state].filter((earlier) => state === 'failed' || earlier === 'unknown');
  return [
    {
      updateOne: {
        filter: { ...filter, state: { $in: doubtful } },
        update: { $set: { ...set, untold: true } },
      },
    },
    { updateOne: { filter: { ...filter, state: { $in: EARLIER[state] } }, update: { $set: set } } },
    {
      updateOne: {
        filter: { ...filter, senderId: { $in: [senderId, null] } },
        // Where the provider's clock is ahead, it is not newer than it came.
        update: {
          $max: { reportedAt: new Date(Math.min(at, now.getTime())) },
          ...(user === undefined || state === 'failed' ? {} : { $set: { user: userName(user) } }),
        },
      },
    },
  ];
}

function asMessage({ _id, ...message }: MessageDoc): Message {
  return { id: _id, ...message };
}

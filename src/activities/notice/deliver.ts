import { createHash } from 'node:crypto';
import { SendError } from '../../messaging';
import type { RenderedMessage } from '../../messaging';
import { messageIdOf } from '../../store';
import { messagesEnded } from '../../metrics';
import type { NoticeKind } from '../../loyalty';
import type { Customer, Message, MessageIdentity, Opening, Store } from '../../store';
import type { ActivityDeps } from '../runtime';

/** A send whose end nobody knows is left alone this long: a delivery report may say it in the meantime. */
const UNCERTAIN_MS = 60_000;
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 3_600_000;
/** A message older than this is stale: it is given up. */
const STALE_MS = 24 * 3_600_000;
/** While a merchant's customers are not written to, its messages look this often whether they are now. */
const HELD_MS = 3_600_000;
const NOT_LIVE = 'not_live';

/** Done for good, or to be tried again at an instant. */
export type Delivery = 'done' | Date;

/** One message by one channel: which, to whom, and its words. */
export interface Dispatch {
  identity: MessageIdentity;
  kind: NoticeKind;
  customer: Customer;
  /** Whether the customer has said that they want none by this channel. */
  unwanted: boolean;
  /** Whether the merchant's customers are written to; else it waits until they are, for a day. */
  live: boolean;
  content: RenderedMessage;
}

/** Sends it, and answers the provider's id of it; or why it cannot be sent at all; null: not for now. */
type Sender = (() => Promise<string | null>) | string | null;

/**
 * Brings messages to the outside world, each at most once as far as can be known. What certainly failed is tried again
 * later; what may have gone waits for a delivery report and is then sent again only where that cannot double it.
 */
export async function deliver(
  deps: ActivityDeps,
  dispatches: readonly Dispatch[],
  now: Date,
): Promise<Delivery[]> {
  const senders = dispatches.map((dispatch) => sender(deps, dispatch));
  const opened = await deps.store.messages.open(
    dispatches.map(({ identity, kind, customer }, index) => {
      const send = senders[index]!;
      return {
        identity,
        about: { customerId: customer.id, kind },
        beginning: beginningOf(deps, identity, send, now),
      };
    }),
    now,
  );
  return Promise.all(opened.map((one, index) => carryOn(deps, one, senders[index]!, now)));
}

function beginningOf(
  deps: ActivityDeps,
  identity: MessageIdentity,
  send: Sender,
  now: Date,
): Opening['beginning'] {
  if (send === null)
    return { state: 'queued', reason: NOT_LIVE, nextAttemptAt: new Date(now.getTime() + HELD_MS) };
  if (typeof send === 'string') return { state: 'skipped', reason: send };
  return { state: 'sending', ...senderOf(deps, identity) };
}

/** @param fresh nobody has opened it before */
async function carryOn(
  deps: ActivityDeps,
  { message, fresh }: { message: Message; fresh: boolean },
  send: Sender,
  now: Date,
): Promise<Delivery> {
  if (typeof send === 'string') {
    if (message.state === 'queued')
      await deps.store.messages.finish(message.id, { state: 'skipped', reason: send }, now);
    // It was on its way, and may have arrived: only a report can say so now.
    if (message.state === 'sending')
      await deps.store.messages.finish(message.id, { state: 'unknown', reason: 'no_report' }, now);
    if (fresh) messagesEnded.inc({ channel: message.channel, state: 'skipped' });
    return 'done';
  }
  if (send === null) return hold(deps, { message, fresh }, now);
  if (isHeld(message) && now.getTime() > message.createdAt.getTime() + STALE_MS + HELD_MS)
    return end(deps, message, { state: 'skipped', reason: NOT_LIVE }, now);
  return (fresh ? null : await whyNotNow(deps, message, now)) ?? (await attempt(deps, message, send, now));
}

/** Whether it waits for nothing but that the merchant's customers are written to. */
export function isHeld({ state, reason }: Pick<Message, 'state' | 'reason'>): boolean {
  return state === 'queued' && reason === NOT_LIVE;
}

/** Whether nobody was told anything by it: it was not sent, or has still to wait. */
export function toldNobody(message: Pick<Message, 'state' | 'reason'>): boolean {
  return message.state === 'skipped' || isHeld(message);
}

/** Of a message that is queued. */
async function end(
  { store }: Pick<ActivityDeps, 'store'>,
  { id, channel }: Message,
  outcome: { state: 'skipped' | 'unknown'; reason: string },
  now: Date,
): Promise<Delivery> {
  await store.messages.finish(id, outcome, now, 'queued');
  messagesEnded.inc({ channel, state: outcome.state });
  return 'done';
}

/** Until the merchant's customers are written to; what is a day old by then is not sent. */
async function hold(
  { store }: ActivityDeps,
  { message, fresh }: { message: Message; fresh: boolean },
  now: Date,
): Promise<Delivery> {
  const { id, state, reason, attempts, createdAt, nextAttemptAt } = message;
  // It had gone, or may have, when they ceased to be.
  if (state === 'sending') return resolveUncertain({ store }, message, now);
  if (state !== 'queued') return 'done';
  if (reason === null && attempts > 0)
    return end({ store }, message, { state: 'unknown', reason: 'no_report' }, now);
  const stale = createdAt.getTime() + STALE_MS;
  if (now.getTime() >= stale) return end({ store }, message, { state: 'skipped', reason: NOT_LIVE }, now);
  if (fresh) return nextAttemptAt!;
  const again = new Date(Math.min(now.getTime() + HELD_MS, stale));
  await store.messages.finish(id, { state: 'queued', reason: NOT_LIVE, nextAttemptAt: again }, now, 'queued');
  return again;
}

async function attempt(
  deps: ActivityDeps,
  message: Message,
  send: () => Promise<string | null>,
  now: Date,
): Promise<Delivery> {
  try {
    const providerId = await send();
    const outcome = { state: 'sent' as const, ...(providerId === null ? {} : { providerId }) };
    await deps.store.messages.finish(message.id, outcome, now);
    messagesEnded.inc({ channel: message.channel, state: 'sent' });
    return 'done';
  } catch (error) {
    return afterFailure(deps, message, error, now);
  }
}

/** A message that an earlier attempt has left: done, to be left alone for now, or taken up again (null). */
async function whyNotNow(deps: ActivityDeps, message: Message, now: Date): Promise<Delivery | null> {
  if (message.state === 'sending') return resolveUncertain(deps, message, now);
  if (message.state !== 'queued') return 'done';
  if (message.nextAttemptAt && message.nextAttemptAt > now) return message.nextAttemptAt;
  return (await deps.store.messages.startSending(message.id, now, senderOf(deps, message).senderId))
    ? null
    : new Date(now.getTime() + UNCERTAIN_MS);
}

/** What sends it, or why it cannot be sent at all. */
function sender(deps: ActivityDeps, dispatch: Dispatch): Sender {
  const send = sendingOf(deps, dispatch);
  return typeof send === 'function' && !dispatch.live ? null : send;
}

function sendingOf(
  deps: ActivityDeps,
  { identity, customer, unwanted, content }: Dispatch,
): Exclude<Sender, null> {
  if (unwanted) return 'opted_out';
  const { whatsapp, mailer } = deps;
  const id = messageIdOf(identity);
  if (identity.channel === 'whatsapp') {
    const to = customer.phones.find((phone) => phone.mobile)?.e164.replace(/^\+/, '');
    if (!whatsapp) return 'channel_off';
    if (to === undefined) return 'no_address';
    return async () => (await whatsapp.sendTemplate({ to, ...content.whatsapp, reference: id })).providerId;
  }
  const to = customer.emails[0];
  if (!mailer) return 'channel_off';
  if (to === undefined) return 'no_address';
  return async () => {
    await mailer.send({ to, ...content.email, id: mailId(id) });
    return null;
  };
}

/** By which of the provider's numbers a channel sends; e-mail has none. */
function senderOf(
  { whatsapp }: ActivityDeps,
  { channel }: Pick<MessageIdentity, 'channel'>,
): { senderId?: string } {
  return channel === 'whatsapp' && whatsapp ? { senderId: whatsapp.senderId } : {};
}

/** The same message always carries the same Message-ID, so that mailboxes collapse a repetition. */
function mailId(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32);
}

async function afterFailure(
  { store, log }: ActivityDeps,
  message: Message,
  error: unknown,
  now: Date,
): Promise<Delivery> {
  if (!(error instanceof SendError)) throw error;
  const { merchantId, saleId, channel } = message;
  log.warn({ merchantId, saleId, channel, code: error.code, outcome: error.outcome }, 'message not sent');
  if (error.outcome === 'unknown') {
    messagesEnded.inc({ channel, state: 'unknown' });
    return new Date(now.getTime() + UNCERTAIN_MS);
  }
  const nextAttemptAt = new Date(
    now.getTime() + Math.max(error.retryAfterMs ?? 0, backOff(message.attempts)),
  );
  const stale = nextAttemptAt.getTime() - message.createdAt.getTime() > STALE_MS;
  if (error.outcome === 'refused' || stale) {
    await store.messages.finish(message.id, { state: 'failed', reason: error.reason }, now);
    messagesEnded.inc({ channel, state: 'failed' });
    return 'done';
  }
  await store.messages.finish(message.id, { state: 'queued', reason: error.reason, nextAttemptAt }, now);
  messagesEnded.inc({ channel, state: 'queued' });
  return nextAttemptAt;
}

/**
 * A send that never reported its end. E-mail goes again under the same Message-ID. WhatsApp has no such key: it goes
 * again only where a report newer than the send has come for another message of this sender and merchant, and none for this
 * one; otherwise it stays unknown, for a person to see.
 */
async function resolveUncertain(
  { store }: Pick<ActivityDeps, 'store'>,
  message: Message,
  now: Date,
): Promise<Delivery> {
  const until = new Date((message.sendingSince ?? now).getTime() + UNCERTAIN_MS);
  if (until > now) return until;
  const again = message.channel === 'email' || (await wouldHaveBeenReported(store, message));
  await store.messages.finish(
    message.id,
    again ? { state: 'queued' } : { state: 'unknown', reason: 'no_report' },
    now,
  );
  return again ? now : 'done';
}

async function wouldHaveBeenReported(store: Store, message: Message): Promise<boolean> {
  const { merchantId, senderId, sendingSince } = message;
  if (senderId === undefined || sendingSince === null) return false;
  return store.messages.reportedSince(merchantId, senderId, sendingSince);
}

function backOff(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** attempts, LONGEST_RETRY_MS);
}

import { momentOf } from '../../loyalty';
import { holdMs, pauseText, SendError } from '../../messaging';
import { messagesEnded } from '../../metrics';
import { addressOf, optOut, tellOfRefusal } from '../../store';
import type { Customer, Message } from '../../store';
import type { ActivityDeps } from '../runtime';
import type { Delivery } from './delivery';
import { triedFrom } from './fate';
import type { Gate } from './gate';
import { spelledNinth } from './spelled';
import { UNCERTAIN_MS } from './uncertain';

/** What did not go is tried again after so long at first. */
export const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 3_600_000;
/** What could not be sent for a day is stale: it is given up. What may be tried only so often is tried as often, however long that takes. */
const STALE_MS = 25 * 3_600_000;

/** What was tried, to whom, and by what it went. */
export interface Tried {
  message: Message;
  customer: Customer;
  gate: Gate | null;
}

/** Does what the provider's answer asks for, and no more: to the message, to its address, and to what else goes the same way. */
export async function afterFailure(
  deps: ActivityDeps,
  tried: Tried,
  error: unknown,
  now: Date,
): Promise<Delivery> {
  if (!(error instanceof SendError)) throw error;
  const { store, log } = deps;
  const { message } = tried;
  const { merchantId, saleId, channel } = message;
  log.warn({ merchantId, saleId, channel, code: error.code, outcome: error.outcome }, 'message not sent');
  await noteAddress(deps, tried, error, now);
  if (error.outcome === 'unknown') {
    messagesEnded.inc({ channel, state: 'unknown' });
    return { again: new Date(now.getTime() + UNCERTAIN_MS), untold: false };
  }
  const heldUntil = await holdUp(deps, tried, error, now);
  const nextAttemptAt = heldUntil ?? retryAt(message, error, now);
  const hasOtherForm = await otherFormIsLeft(deps, tried, error, now);
  if ((error.outcome === 'refused' && !hasOtherForm) || isOver(message, error, nextAttemptAt)) {
    await store.messages.finish(message.id, { state: 'failed', reason: error.reason }, now);
    messagesEnded.inc({ channel, state: 'failed' });
    return { again: null, untold: false };
  }
  const refusedBy = error.mostTries === undefined && !hasOtherForm ? {} : { refusedBy: error.code };
  const queued = { state: 'queued', reason: error.reason, nextAttemptAt, ...refusedBy } as const;
  await store.messages.finish(message.id, queued, now);
  messagesEnded.inc({ channel, state: 'queued' });
  return { again: nextAttemptAt, untold: true };
}

/** What the answer says of whoever is written to. */
async function noteAddress(
  { store }: ActivityDeps,
  { message, customer }: Tried,
  error: SendError,
  now: Date,
): Promise<void> {
  const { merchantId, customerId, channel } = message;
  if (error.reason === 'opted_out') {
    const word = { channel, text: 'Parou as mensagens da loja no WhatsApp', source: 'meta' } as const;
    await optOut(store, { merchantId, customerId, ...word, at: null }, now);
  }
  const address = error.strikes && addressOf(customer, channel);
  if (address) await store.suppressions.failed(merchantId, address, message.id, now);
}

/** Whether the message may reach the same phone by its number with or without the ninth digit, and was not tried so before. */
async function otherFormIsLeft(
  { store }: ActivityDeps,
  { message: { merchantId, channel, refusals }, customer }: Tried,
  { code, strikes }: SendError,
  now: Date,
): Promise<boolean> {
  const ninth = channel === 'whatsapp' ? spelledNinth(customer) : null;
  if (!strikes || ninth === null || refusals?.[code] !== undefined) return false;
  const seen = await store.suppressions.of(merchantId, customer, now);
  return !seen.unreachable.has('whatsapp') && seen.ninth === !ninth;
}

/** @returns until when; null: nothing else is held up */
async function holdUp(
  { store }: ActivityDeps,
  { message: { merchantId, channel }, gate }: Tried,
  { code, reason, holds }: SendError,
  now: Date,
): Promise<Date | null> {
  if (!holds || !gate) return null;
  const { what, alert } = holds;
  const by = gate.pauses.some((pause) => pause.what === what) ? ('tried' as const) : ('answer' as const);
  const refused = { what, alert, code, reason, by, at: now };
  const held = await store.sendPauses.hold(
    gate.path,
    { ...refused, holdMs: (before) => holdMs(holds, before) },
    now,
  );
  if (held) await tellOfRefusal(store, merchantId, held, (of) => pauseText({ ...of, channel }), now);
  return held && held.pause.until;
}

/** Longer each time, and not all at once. */
function retryAt({ id, attempts }: Message, { retryAfterMs = 0 }: SendError, now: Date): Date {
  const backOff = Math.min(FIRST_RETRY_MS * 2 ** attempts, LONGEST_RETRY_MS);
  const apart = Math.floor((momentOf(`${id}/${attempts}`) * backOff) / 4);
  return new Date(now.getTime() + Math.max(retryAfterMs, backOff) + apart);
}

/** What it met before for another cause counts to no code's tries. */
function isOver(message: Message, { code, mostTries }: SendError, nextAttemptAt: Date): boolean {
  if (mostTries !== undefined) return (message.refusals?.[code] ?? 0) + 1 >= mostTries;
  return nextAttemptAt.getTime() - triedFrom(message) > STALE_MS;
}

import type { Message, Store } from '../../store';
import type { ActivityDeps } from '../runtime';

/** A send whose end nobody knows is left alone this long: a delivery report may say it in the meantime. */
export const UNCERTAIN_MS = 60_000;

/**
 * So long after its mark a message may still reach WhatsApp: it leaves within ten seconds, and is waited for fifteen. A report of
 * before that does not show that its own would have come.
 */
const REACHED_WITHIN_MS = 25_000;

/**
 * A send that never reported its end. E-mail goes again under the same Message-ID. WhatsApp has no such key: it goes
 * again only where a report newer than the send can be has come for another message of this sender and merchant, and none for this
 * one; otherwise it stays unknown, for a person to see. @returns when it is to be looked at again; null: not any more
 */
export async function resolveUncertain(
  { store }: Pick<ActivityDeps, 'store'>,
  message: Message,
  now: Date,
): Promise<Date | null> {
  const until = new Date((message.sendingSince ?? now).getTime() + UNCERTAIN_MS);
  if (until > now) return until;
  const again = message.channel === 'email' || (await wouldHaveBeenReported(store, message));
  await store.messages.finish(
    message.id,
    again ? { state: 'queued' } : { state: 'unknown', reason: 'no_report' },
    now,
  );
  return again ? now : null;
}

async function wouldHaveBeenReported(store: Store, message: Message): Promise<boolean> {
  const { merchantId, senderId, sendingSince } = message;
  if (senderId === undefined || sendingSince === null) return false;
  const reached = new Date(sendingSince.getTime() + REACHED_WITHIN_MS);
  return store.messages.reportedSince(merchantId, senderId, reached);
}

import type { Message, Store } from '../../store';
import type { ActivityDeps } from '../runtime';

/** A send whose end nobody knows is left alone this long: a delivery report may say it in the meantime. */
export const UNCERTAIN_MS = 60_000;

/**
 * A send that never reported its end. E-mail goes again under the same Message-ID. WhatsApp has no such key: it goes
 * again only where a report newer than the send has come for another message of this sender and merchant, and none for this
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
  return store.messages.reportedSince(merchantId, senderId, sendingSince);
}

import type { Instant } from '../../loyalty';
import { TEMPLATE_NAMES, templateOf } from '../../messaging';
import type { WhatsAppStatus } from '../../messaging';
import { endPause } from '../../store';
import type { SendPause, Store } from '../../store';
import type { AppDeps } from '../http';

/** So many reports of arrivals are looked into for what they end: what a body holds more, the next one tells of. */
const LOOKED_INTO = 100;

/** Does what Meta's reports of messages that arrived ask for: what reports of failures had held up is over. */
export async function heedArrivals(
  { store, now }: AppDeps,
  statuses: readonly WhatsAppStatus[],
): Promise<void> {
  const arrived = statuses.filter(({ status }) => status === 'delivered' || status === 'read');
  const senders = new Set(arrived.map(({ senderId }) => senderId));
  for (const senderId of senders) {
    const some = arrived.filter((one) => one.senderId === senderId);
    if (senderId !== null) await endHeld(store, `whatsapp/${senderId}`, some, now());
  }
}

async function endHeld(
  store: Store,
  sender: string,
  arrived: readonly WhatsAppStatus[],
  now: Instant,
): Promise<void> {
  const phones = arrived.flatMap(({ recipient }) => (recipient === null ? [] : [`+${recipient}`]));
  const held = await store.sendPauses.reportedOf(sender, { templates: TEMPLATE_NAMES, phones });
  if (held.length === 0) return;
  const newestFirst = arrived.toSorted((one, other) => other.at - one.at).slice(0, LOOKED_INTO);
  for (const status of newestFirst) {
    const at = new Date(Math.min(status.at, now));
    for (const pause of await shownOver(store, sender, status)) await endPause(store, pause, new Date(now), at);
  }
}

/** What of the path that a message has gone is held up by reports of failures before it left. */
async function shownOver(
  { messages, sendPauses }: Store,
  sender: string,
  { reference: messageId, providerId, recipient, at }: WhatsAppStatus,
): Promise<SendPause[]> {
  const about = await messages.recipientOf({ messageId, providerId });
  const left = about?.sendingSince;
  if (!about || !left) return [];
  const to = recipient === null ? null : `+${recipient}`;
  const pauses = await sendPauses.on({ sender, template: templateOf(about.kind), to });
  return pauses.filter(
    ({ reported, refusedAt }) => reported === true && left > refusedAt && at > refusedAt.getTime(),
  );
}

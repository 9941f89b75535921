import type { Instant } from '../../loyalty';
import { TEMPLATE_NAMES, templateOf } from '../../messaging';
import type { WhatsAppAnswer, WhatsAppStatus } from '../../messaging';
import { endPause, isMessageOf, merchantOf } from '../../store';
import type { Reached, SendPause, Store } from '../../store';
import type { AppDeps } from '../http';

/** So many reports of arrivals are looked into for what they end: what a body holds more, the next one tells of. */
const LOOKED_INTO = 100;

/**
 * Does what Meta's reports of messages that arrived ask for: somebody has the phone after all, and what reports of failures had held up
 * is over.
 */
export async function heedArrivals(
  { store, now }: AppDeps,
  statuses: readonly WhatsAppStatus[],
): Promise<void> {
  const arrived = statuses.filter(({ status }) => status === 'delivered' || status === 'read');
  await noteReached(store, arrived, now());
  const senders = new Set(arrived.map(({ senderId }) => senderId));
  for (const senderId of senders) {
    const some = arrived.filter((one) => one.senderId === senderId);
    if (senderId !== null) await endHeld(store, `whatsapp/${senderId}`, some, now());
  }
}

async function noteReached(store: Store, arrived: readonly WhatsAppStatus[], now: Instant): Promise<void> {
  const byMerchant = new Map<string, Reached[]>();
  for (const status of arrived) {
    const { recipient, at } = status;
    const merchantId = recipient === null ? null : await merchantOfReport(store, status);
    if (merchantId === null) continue;
    const known = byMerchant.get(merchantId) ?? [];
    byMerchant.set(merchantId, known);
    known.push({ address: { phone: `+${recipient}` }, at: notAhead(at, now), asKnown: true });
  }
  for (const [merchantId, reached] of byMerchant) await store.suppressions.reached(merchantId, reached);
}

/** Whose message it was; null: nobody's, as one that was sent to try. */
async function merchantOfReport(
  { messages }: Store,
  { reference, providerId }: WhatsAppStatus,
): Promise<string | null> {
  if (reference === null)
    return (await messages.recipientOf({ messageId: null, providerId }))?.merchantId ?? null;
  return isMessageOf(reference, 'whatsapp') ? merchantOf(reference) : null;
}

/** So many merchants are looked at in one go. */
const AT_ONCE = 100;

/** Who writes to us has a phone with WhatsApp: whichever merchant has taken it for one that reaches nobody. */
export async function heedWriters(
  { store, now }: AppDeps,
  answers: readonly Pick<WhatsAppAnswer, 'from' | 'at'>[],
): Promise<void> {
  const reached = answers.flatMap(({ from, at }) =>
    from === null || at === null ? [] : [{ address: { phone: from }, at: notAhead(at, now()) }],
  );
  if (reached.length === 0) return;
  for (let after: string | null = null; ;) {
    const page: string[] = await store.merchants.ids({ after, limit: AT_ONCE });
    await Promise.all(page.map((merchantId) => store.suppressions.reached(merchantId, reached)));
    if (page.length < AT_ONCE) return;
    after = page.at(-1)!;
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
    const at = notAhead(status.at, now);
    for (const pause of await shownOver(store, sender, status))
      await endPause(store, pause, new Date(now), at);
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

/** Nothing has happened yet at a moment that has not come. */
function notAhead(at: Instant, now: Instant): Date {
  return new Date(Math.min(at, now));
}

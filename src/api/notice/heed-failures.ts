import { inForm } from '../../loyalty';
import type { Instant } from '../../loyalty';
import { holdMs, pauseText, templateOf, whatsAppVerdict } from '../../messaging';
import type { SendVerdict, WhatsAppStatus } from '../../messaging';
import { addressOf, tellOfRefusal } from '../../store';
import type { ReportedMessage, SendPause, Store } from '../../store';
import type { AppDeps } from '../http';

/** What a report tells of that is older says nothing of whether messages go now. */
const FRESH_MS = 10 * 60_000;

/**
 * Does what Meta's reports of failures ask for beside the message: an address that reaches nobody is noted, and what would fail the same
 * way is held up. Told again or late they change nothing.
 */
export async function heedFailures(
  { store, now }: AppDeps,
  statuses: readonly WhatsAppStatus[],
): Promise<void> {
  for (const status of statuses) {
    const verdict = status.errorCode === null ? null : whatsAppVerdict(status.errorCode);
    if (!verdict || (!verdict.strikes && !verdict.holds)) continue;
    const { providerId, reference: messageId } = status;
    const about = await store.messages.recipientOf({ messageId, providerId });
    if (!about) continue;
    const address = await reachedBy(store, status, about);
    if (verdict.strikes && address)
      await store.suppressions.failed(about.merchantId, address, about.id, moment(status.at, now()));
    await holdUp(store, { ...status, verdict }, about, address, now());
  }
}

/** As Meta says whose phone it was; else as it is by now. In the form in which the message was sent to it. */
async function reachedBy(
  store: Store,
  { recipient }: WhatsAppStatus,
  { merchantId, customerId, ninth = true }: ReportedMessage,
): Promise<{ phone: string } | null> {
  if (recipient !== null) return { phone: inForm(`+${recipient}`, ninth) };
  const customer = await store.customers.current(merchantId, customerId);
  const address = customer && addressOf(customer, 'whatsapp');
  return address && 'phone' in address ? { phone: inForm(address.phone, ninth) } : null;
}

async function holdUp(
  store: Store,
  { senderId, errorCode, at, verdict }: WhatsAppStatus & { verdict: SendVerdict },
  { merchantId, kind }: ReportedMessage,
  address: { phone: string } | null,
  now: Instant,
): Promise<void> {
  const { holds, reason } = verdict;
  if (!holds || senderId === null || now - at > FRESH_MS) return;
  const { what, alert } = holds;
  const path = { sender: `whatsapp/${senderId}`, template: templateOf(kind), to: address && address.phone };
  const refused = { what, alert, code: String(errorCode), reason, by: 'report' as const };
  const held = await store.sendPauses.hold(
    path,
    { ...refused, at: moment(at, now), holdMs: (before) => holdMs(holds, before) },
    new Date(now),
  );
  const text = (of: SendPause): string => pauseText({ ...of, channel: 'whatsapp' });
  if (held) await tellOfRefusal(store, merchantId, held, text, new Date(now));
}

/** Nothing has happened yet at a moment that has not come. */
function moment(at: Instant, now: Instant): Date {
  return new Date(Math.min(at, now));
}

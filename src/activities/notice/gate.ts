import { setTimeout as wait } from 'node:timers/promises';
import { decide } from '../../loyalty';
import type { MessageCase, NoticeChannel, NoticeKind, Pause, PauseReason } from '../../loyalty';
import { pauseText, TEMPLATE_NAMES, templateOf } from '../../messaging';
import { addressOf, endPause, pausesOf, tellOfPause } from '../../store';
import type { Customer, SendPath, SendPause } from '../../store';
import type { ActivityDeps } from '../runtime';
import { senderOf } from './sending';

/** What may be held up of what a message goes by, and what is. */
export interface Gate {
  path: SendPath;
  pauses: readonly SendPause[];
}

/** All that is too much for a number comes again over so long, not at once. */
const BUSY_SPREAD_MS = 30_000;

type GateDeps = Pick<ActivityDeps, 'store' | 'whatsapp'>;

/** By what a notice goes to a customer; null: it goes nowhere. */
export function pathOf(
  deps: Pick<ActivityDeps, 'whatsapp'>,
  channel: NoticeChannel,
  kind: NoticeKind,
  customer: Pick<Customer, 'phones' | 'emails'>,
): SendPath | null {
  if (channel === 'email') return { sender: EMAIL_SENDER, template: null, to: null };
  const address = addressOf(customer, channel);
  const { senderId } = senderOf(deps, channel);
  if (senderId === undefined || address === null || !('phone' in address)) return null;
  return { sender: whatsappSender(senderId), template: templateOf(kind), to: address.phone };
}

/** The pauses there can be of what messages go by, but for those of recipients. */
export function usedPauses({
  whatsapp,
  mailer,
}: Pick<ActivityDeps, 'whatsapp' | 'mailer'>): ReadonlySet<string> {
  return new Set([
    ...(whatsapp ? pausesOf(whatsappSender(whatsapp.senderId), TEMPLATE_NAMES) : []),
    ...(mailer ? pausesOf(EMAIL_SENDER, []) : []),
  ]);
}

const EMAIL_SENDER = 'email';

function whatsappSender(senderId: string): string {
  return `whatsapp/${senderId}`;
}

/** Reads what is held up of what a notice goes by, by one channel. */
export async function readGate(deps: GateDeps, path: SendPath | null): Promise<Gate | null> {
  return path && { path, pauses: await deps.store.sendPauses.on(path) };
}

/** What holds a message up now, as the policy takes it: of several, what lasts longest. */
export function pauseIn(gate: Gate | null, now: Date): { pause?: Pause } {
  const [longest] = (gate?.pauses ?? [])
    .filter(({ until }) => until > now)
    .sort((one, other) => other.until.getTime() - one.until.getTime());
  if (!longest) return {};
  const { since, until } = longest;
  return { pause: { because: reasonOf(longest), since: since.getTime(), until: until.getTime() } };
}

function reasonOf({ what, alert }: SendPause): PauseReason {
  if (what === 'recipient') return 'too_fast_for_recipient';
  if (what === 'template') return 'template_paused';
  return alert ? 'sender_paused' : 'busy';
}

/** Where a message waits for a pause that lasts until somebody acts, its merchant's people are told, once. */
export async function tellOfWaiting(
  { store }: GateDeps,
  merchantId: string,
  channel: NoticeChannel,
  gate: Gate | null,
  now: Date,
): Promise<void> {
  for (const pause of gate?.pauses ?? [])
    if (pause.until > now)
      await tellOfPause(store, merchantId, pause, (of) => pauseText({ ...of, channel }), now);
}

/**
 * Takes the turn to try whether the pauses are over that stood in a message's way.
 * @returns what it is to wait for, as somebody else tries; null: it goes
 */
export async function takeTurns(
  { store }: GateDeps,
  gate: Gate | null,
  of: MessageCase,
  now: Date,
): Promise<Exclude<ReturnType<typeof decide>, { do: 'send' }> | null> {
  for (const pause of gate?.pauses ?? []) {
    const until = await store.sendPauses.tryNow(pause, now);
    if (until === null) continue;
    const waits = { because: reasonOf(pause), since: pause.since.getTime(), until: until.getTime() };
    const decision = decide({ ...of, pause: waits }, now.getTime());
    // It was this pause's turn just now: somebody else's try does not end it.
    if (decision.do === 'skip' && decision.because === waits.because)
      return { do: 'wait', until: waits.until, because: waits.because };
    if (decision.do !== 'send') return decision;
  }
  return null;
}

/**
 * Takes a message's place among all that goes by the same number, and from it to the same phone: what Meta would not let through is not
 * tried. For a moment it waits for its place.
 * @returns what it is to wait for, as it comes again; null: it goes
 */
export async function takePlace(
  { store, whatsapp }: GateDeps,
  gate: Gate | null,
  of: MessageCase,
  now: Date,
): Promise<Exclude<ReturnType<typeof decide>, { do: 'send' }> | null> {
  if (!gate || !whatsapp || gate.path.to === null) return null;
  const place = await store.sendPaces.take(gate.path, whatsapp.perSecond);
  if ('waitMs' in place) {
    if (place.waitMs > 0) await wait(place.waitMs);
    return null;
  }
  const spread = place.because === 'busy' ? Math.floor(of.moment * BUSY_SPREAD_MS) : 0;
  const pause = { because: place.because, since: of.since, until: now.getTime() + place.afterMs + spread };
  const decision = decide({ ...of, pause }, now.getTime());
  return decision.do === 'send' ? null : decision;
}

/**
 * A message went: nothing that stood in its way does any more. But what reports have told of is over only once one says that a message
 * arrived, or after none has said that it failed: those that failed had been taken too.
 */
export async function openGate({ store }: GateDeps, gate: Gate | null, now: Date): Promise<void> {
  for (const pause of gate?.pauses ?? [])
    if (pause.reported === true && pause.acceptedAt === undefined)
      await store.sendPauses.accepted(pause, now);
    else await endPause(store, pause, now);
}

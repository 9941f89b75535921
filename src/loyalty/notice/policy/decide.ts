import type { Instant, Zone } from '../../basis';
import type { NoticeKind } from '../notice-key';
import { countsToCaps, roomFrom } from './caps';
import { isHeldOut } from './holdout';
import type { MessageRules } from './message-rules';
import { openMoment } from './quiet-hours';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** While a merchant's customers are not written to, its messages look this often whether they are now. */
const LOOK_MS = HOUR;
/** So long a message waits for that, and is not sent any more. */
const NOT_LIVE_MS = DAY;
/** So long a message waits for the end of a pause, and is not sent any more. */
const PAUSED_MS = DAY;
/** Those that wait for one pause look whether it is over within so long after it, and no more than a quarter of it. */
const APART_MS = 60_000;
/** What the caps would hold longer than this, from when it was first to go, is not sent. */
const CAPPED_MS = 7 * DAY;

/** What speaks for good against a message to this customer by this channel. */
export type Barrier = 'erased' | 'opted_out' | 'suppressed' | 'channel_off' | 'no_address' | 'unreachable';

/** Why a notice has lost its reason. */
export type GoneReason = 'no_longer_due' | 'bought_since' | 'told_nothing' | 'nothing_left';

/** What is held up: who sends, the template, what goes to this recipient, or who sends for a moment. */
export type PauseReason = (typeof PAUSES)[number];
const PAUSES = ['sender_paused', 'template_paused', 'too_fast_for_recipient', 'busy'] as const;

/** Why a message waits. */
export type WaitReason = 'not_live' | 'frequency_cap' | 'quiet_hours' | PauseReason;

/** Why a message is never sent. */
export type SkipReason =
  Barrier | GoneReason | 'not_live' | 'no_consent' | 'holdout' | 'frequency_cap' | PauseReason;

/** A pause of what would carry the message. */
export interface Pause {
  because: PauseReason;
  since: Instant;
  /** From then on somebody tries whether it is over. */
  until: Instant;
}

/** What becomes of one message by one channel. A wait always ends: then it is decided anew. A skip is for good. */
export type Decision =
  { do: 'send' } | { do: 'wait'; until: Instant; because: WaitReason } | { do: 'skip'; because: SkipReason };

/** All that a decision is taken by. */
export interface MessageCase {
  kind: NoticeKind;
  /** Whom it is to; decides who is held out, the same for good. */
  customerId: string;
  /** Of the merchant: its days and hours. */
  zone: Zone;
  /** Where its sale stands among all that are let go at once, from 0 to below 1. */
  moment: number;
  rules: MessageRules;
  /** Whether the merchant's customers are written to. */
  live: boolean;
  /** Whether the newest fact about the channel is that the customer agrees. */
  consented: boolean;
  barriers: ReadonlySet<Barrier>;
  /** Null: there is still reason for it. */
  gone: GoneReason | null;
  /** When the customer was given other notices that count to the caps, each once; the last thirty days at least. */
  told: readonly Instant[];
  /** Absent: nothing of what carries it is paused. */
  pause?: Pause;
  /** When it was first to go. */
  since: Instant;
  /** Why it has waited so far; null: it has not. */
  waitedFor: WaitReason | null;
}

/** What asks somebody to come back: what that does is seen by those who are not asked. */
const INVITATIONS: readonly NoticeKind[] = ['repurchase', 'winBack'];

/** Each is asked in its turn; the first that has something against it decides. */
const QUESTIONS: readonly ((of: MessageCase, now: Instant) => Exclude<Decision, { do: 'send' }> | null)[] = [
  notLive,
  barredBy('erased'),
  barredBy('opted_out'),
  ({ rules, consented }) => (rules.basis === 'opt_in' && !consented ? skip('no_consent') : null),
  barredBy('suppressed'),
  barredBy('channel_off'),
  barredBy('no_address'),
  barredBy('unreachable'),
  ({ kind, customerId, rules }) =>
    INVITATIONS.includes(kind) && isHeldOut(customerId, rules.holdout) ? skip('holdout') : null,
  ({ gone }) => (gone === null ? null : skip(gone)),
  capped,
  quiet,
  paused,
];

/** Whether a message goes now, waits, or never goes. The same case at the same instant is always decided the same. */
export function decide(of: MessageCase, now: Instant): Decision {
  for (const question of QUESTIONS) {
    const against = question(of, now);
    if (against !== null) return against;
  }
  return { do: 'send' };
}

function skip(because: SkipReason): { do: 'skip'; because: SkipReason } {
  return { do: 'skip', because };
}

function barredBy(barrier: Barrier): (of: MessageCase) => { do: 'skip'; because: SkipReason } | null {
  return ({ barriers }) => (barriers.has(barrier) ? skip(barrier) : null);
}

/** One that has waited for it and is stale is not sent either once customers are written to: nobody looked in time. */
function notLive({ live, since, waitedFor }: MessageCase, now: Instant): ReturnType<typeof capped> {
  const ends = since + NOT_LIVE_MS;
  if (live) return waitedFor === 'not_live' && now > ends + LOOK_MS ? skip('not_live') : null;
  if (now >= ends) return skip('not_live');
  return { do: 'wait', until: Math.min(now + LOOK_MS, ends), because: 'not_live' };
}

/** It waits for the first day on which there is room, in hours that are not quiet. */
function capped(
  { kind, rules, told, zone, moment, since }: MessageCase,
  now: Instant,
): Exclude<Decision, { do: 'send' }> | null {
  if (!countsToCaps(kind)) return null;
  const room = roomFrom(rules.caps, told, now, zone);
  if (room === now) return null;
  if (room > since + CAPPED_MS) return skip('frequency_cap');
  return {
    do: 'wait',
    until: openMoment(rules.quietHours, room, zone, momentOfKind(kind, moment)),
    because: 'frequency_cap',
  };
}

function quiet(
  { kind, rules, zone, moment }: MessageCase,
  now: Instant,
): { do: 'wait'; until: Instant; because: WaitReason } | null {
  const until = openMoment(rules.quietHours, now, zone, momentOfKind(kind, moment));
  return until === now ? null : { do: 'wait', until, because: 'quiet_hours' };
}

/** Whether something that carries it is held up: nothing is wrong with whom it goes to. */
export function isPause(reason: WaitReason | SkipReason | null): boolean {
  return PAUSES.some((pause) => pause === reason);
}

/** Those that wait for the same do not all look at once. */
function paused(
  { pause, since, moment, waitedFor }: MessageCase,
  now: Instant,
): Exclude<Decision, { do: 'send' }> | null {
  if (pause === undefined || pause.until <= now) return null;
  const { because, until } = pause;
  const ends = Math.max(since, pause.since) + PAUSED_MS;
  const isOver = now >= ends;
  // What comes upon it only now, late for another reason, waits for the next try at least.
  if (isOver && isPause(waitedFor)) return skip(because);
  const apart = until + Math.floor(moment * Math.min(APART_MS, (until - now) / 4));
  return { do: 'wait', until: isOver ? apart : Math.min(apart, ends), because };
}

/** Of what is let go at one instant, what matters most to the customer goes first: an end that is near before an invitation. */
function momentOfKind(kind: NoticeKind, moment: number): number {
  return (RANK[kind] + moment) / 3;
}

const RANK: Record<NoticeKind, number> = {
  ...{ earned: 0, returned: 0, expiring: 0 },
  ...{ expired: 1, welcome: 1, birthday: 1, balance: 1 },
  ...{ repurchase: 2, winBack: 2 },
};

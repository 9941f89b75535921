import { localDate } from '../../loyalty';
import type { Instant } from '../../loyalty';
import type { ConnectionDoc, ConnectionState } from './connection-model';
import { BLING_ZONE } from './pace';
import { RECONCILE_EVERY, USUAL_RECONCILE_EVERY } from './reconcile-every';

/*
 * What has to be done to keep a connection well, and when, as arithmetic.
 */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A change may be listed late, and clocks differ: each period begins so long before the one before it ended. */
const OVERLAP_MS = 30 * MINUTE_MS;
/** Bling lists no more at once; one whose run was never there before begins with less. */
const LONGEST_MS = 360 * DAY_MS;
const FIRST_MS = 30 * DAY_MS;
/** Orders sold since yesterday are looked at each time, and those of so long once a day: what was deleted is found among them. */
const MONTH_MS = 30 * DAY_MS;
/** An access token lasts six hours, and a sale is not to wait for the next one. */
const RENEW_BEFORE_MS = 30 * MINUTE_MS;
/** Tokens that were refused for good are offered again so often, should that have been mended elsewhere. */
const OFFER_AGAIN_MS = 6 * HOUR_MS;
/** Whether a renewal has come off is looked at so long after it. */
const RENEWED_BY_MS = 5 * MINUTE_MS;
/** A connection of which nothing else is due is looked at so often at least; one that is refused may be put right at any time. */
const LOOKED_AT_MS = DAY_MS;
const REFUSED_LOOKED_AT_MS = 15 * MINUTE_MS;
/** The shortest silence that is told of, where a store has events all the time. */
const SHORTEST_SILENCE_MS = 30 * MINUTE_MS;
/** And of one that has never had an event. */
const NEVER_HEARD_MS = HOUR_MS;
const GAPS = 3;
/** Comparisons that may be missed, and how long one may take, before a connection is behind. */
const MISSED = 3;
const COMPARED_WITHIN_MS = HOUR_MS;
/** How much a new gap counts among the former; one night is not to make a store's usual gap. */
const SHARE = 0.1;
const LARGEST_SHARE = 4;
const FIRST_GAP_MS = 15 * MINUTE_MS;

/** What is known of a connection's tokens. */
export interface TokensKnown {
  expiresAt: Date;
  refreshFailed: { until: Date; final: boolean } | null;
}

/** A period to be compared. */
export interface PeriodDue {
  from: Date;
  until: Date;
  soldFrom: string;
  soldTo: string;
  /** Whether it goes over the sales of a month. */
  month: boolean;
}

/** What is due of a connection. */
export interface UpkeepDue {
  refresh: boolean;
  period: PeriodDue | null;
  /** When it is to be looked at again, where nothing is due. */
  nextAt: Instant;
}

/** What of a connection says what is due. */
type Kept = Pick<
  ConnectionDoc,
  | 'createdAt'
  | 'reconcileEvery'
  | 'reconciledUntil'
  | 'monthReconciledAt'
  | 'reconcileFailedAt'
  | 'refused'
  | 'unappliedSince'
> & { state: ConnectionState };

/** What is due of a connection, and when it is to be looked at next. @param soon it is to be compared whenever that is due */
export function upkeepDue(connection: Kept, tokens: TokensKnown, now: Instant, soon = false): UpkeepDue {
  const refreshAt = whenToRefresh(tokens);
  const refresh = refreshAt <= now;
  const rest = refresh ? now + RENEWED_BY_MS : refreshAt;
  if (!mayBeCompared(connection, tokens)) {
    const lost = connection.state === 'needs_authorization';
    return {
      refresh,
      period: null,
      nextAt: bounded(lost ? Math.min(rest, now + REFUSED_LOOKED_AT_MS) : rest, now),
    };
  }
  const reconcileAt = soon ? now : whenToReconcile(connection);
  const period = reconcileAt <= now ? periodDue(connection, now) : null;
  return { refresh, period, nextAt: bounded(Math.min(rest, reconcileAt), now) };
}

/** What was refused although Bling takes the tokens is asked for all the same: the list is what tells that it was put right. */
function mayBeCompared({ state, refused }: Kept, { refreshFailed }: TokensKnown): boolean {
  if (state === 'connected') return true;
  return state === 'needs_authorization' && !!refused && refreshFailed?.final !== true;
}

function bounded(at: Instant, now: Instant): Instant {
  return Math.min(Math.max(at, now + MINUTE_MS), now + LOOKED_AT_MS);
}

function whenToRefresh({ expiresAt, refreshFailed }: TokensKnown): Instant {
  const ahead = expiresAt.getTime() - RENEW_BEFORE_MS;
  if (!refreshFailed) return ahead;
  return Math.max(ahead, refreshFailed.until.getTime() + (refreshFailed.final ? OFFER_AGAIN_MS : 0));
}

/** One that failed for good is not made again before the usual time has passed. */
function whenToReconcile(connection: Kept): Instant {
  const { reconciledUntil, reconcileEvery, reconcileFailedAt, unappliedSince } = connection;
  const every = RECONCILE_EVERY[reconcileEvery ?? USUAL_RECONCILE_EVERY];
  const due = reconciledUntil && !unappliedSince ? reconciledUntil.getTime() + every : -Infinity;
  return reconcileFailedAt ? Math.max(due, reconcileFailedAt.getTime() + every) : due;
}

/** Whether a connection's comparisons have not come to their end for long; not soon after it was authorised, or went on after a pause. */
export function isBehind(
  {
    createdAt,
    authorizedAt,
    resumedAt,
    reconciledUntil,
    reconcileEvery,
  }: Pick<ConnectionDoc, 'createdAt' | 'authorizedAt' | 'resumedAt' | 'reconciledUntil' | 'reconcileEvery'>,
  now: Instant,
): boolean {
  const since = Math.max(listenedSince({ authorizedAt, resumedAt }), +(reconciledUntil ?? createdAt));
  const every = RECONCILE_EVERY[reconcileEvery ?? USUAL_RECONCILE_EVERY];
  return now - since > MISSED * every + COMPARED_WITHIN_MS;
}

/**
 * From where the last one ended. Orders of before the store was connected are no lost events. All of them, and all sales, where a choice
 * of situations has not been applied.
 */
function periodDue(connection: Kept, now: Instant): PeriodDue {
  const { createdAt, reconciledUntil, monthReconciledAt, unappliedSince } = connection;
  if (unappliedSince) return wholePeriod(createdAt, now);
  const since = reconciledUntil ? reconciledUntil.getTime() - OVERLAP_MS : now - FIRST_MS;
  const from = Math.max(since, createdAt.getTime(), now - LONGEST_MS);
  const month = !monthReconciledAt || now - monthReconciledAt.getTime() >= DAY_MS;
  const soldFrom = Math.min(from, now - (month ? MONTH_MS : DAY_MS));
  return {
    from: new Date(Math.min(from, now - 1_000)),
    until: new Date(now),
    soldFrom: localDate(Math.max(soldFrom, now - LONGEST_MS), BLING_ZONE),
    soldTo: localDate(now, BLING_ZONE),
    month,
  };
}

function wholePeriod(createdAt: Date, now: Instant): PeriodDue {
  const from = Math.min(Math.max(createdAt.getTime(), now - LONGEST_MS), now - 1_000);
  return {
    ...{ from: new Date(from), until: new Date(now), month: true },
    ...{ soldFrom: localDate(from, BLING_ZONE), soldTo: localDate(now, BLING_ZONE) },
  };
}

type Heard = Pick<ConnectionDoc, 'lastEventAt' | 'eventGapMs' | 'untoldAt' | 'authorizedAt' | 'resumedAt'>;

/**
 * Whether a store's events have stopped. `silent`: for three times its usual gap there was none, while its list shows changes that no
 * event told of; `heard`: there was one after those; null: it cannot be told.
 */
export function hearing(heard: Heard, now: Instant): 'silent' | 'heard' | null {
  const { lastEventAt, eventGapMs, untoldAt } = heard;
  const heardAt = lastEventAt?.getTime() ?? null;
  const since = listenedSince(heard);
  if (!untoldAt) return heardAt === null ? null : 'heard';
  if (heardAt === null) return now - since >= NEVER_HEARD_MS ? 'silent' : null;
  if (heardAt >= untoldAt.getTime()) return 'heard';
  const gap = Math.max(GAPS * (eventGapMs ?? FIRST_GAP_MS), SHORTEST_SILENCE_MS);
  return now - Math.max(heardAt, since) >= gap ? 'silent' : null;
}

/** Since when its events are listened to without a break: while it was paused or disconnected they were let go. */
function listenedSince({ authorizedAt, resumedAt }: Pick<Heard, 'authorizedAt' | 'resumedAt'>): Instant {
  return Math.max(authorizedAt.getTime(), resumedAt?.getTime() ?? 0);
}

/**
 * Whether a change that a comparison has found shows that events are lost: not one of before they were listened to, and not where one came
 * just now, as its sale may not have been read yet.
 * @param from since when what was compared may have changed
 */
export function isUntold(connection: Heard, from: Instant, now: Instant): boolean {
  if (from < listenedSince(connection)) return false;
  return now - (connection.lastEventAt?.getTime() ?? -Infinity) >= SHORTEST_SILENCE_MS;
}

/**
 * A sale that was read before then, and that a comparison finds among what was changed, was not read since: no event of it came, or it was
 * let go while the connection was paused or disconnected.
 * @param from since when what was compared may have changed
 */
export function unreadBefore(connection: Pick<Heard, 'authorizedAt' | 'resumedAt'>, from: Instant): Instant {
  return Math.max(from, listenedSince(connection));
}

/** A store's usual gap between two events, after one more. @param usualMs before it; null: none is known */
export function usualGap(usualMs: number | null, gapMs: number): number {
  const usual = usualMs ?? FIRST_GAP_MS;
  return usual + SHARE * (Math.min(gapMs, LARGEST_SHARE * usual) - usual);
}

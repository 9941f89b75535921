import type { Instant, LocalDate, Zone } from '../basis';
import { asDuration, isZeroDuration } from './duration';
import type { Duration, DurationInput } from './duration';
import { atLocalTime, localDate, moveDate, moveWall, startOfDate } from './local-date';
import { instantMeant, wallClock } from './zone';

/** The rule of a benefit's validity, as the program has it. Absent altogether: it never expires. */
export interface ExpiryRule {
  after: DurationInput;
  roundUpTo?: 'day' | 'month';
}

const REMINDER_TIME = '10:00';
const ONE_DAY = { months: 0, days: 1 };
const DAY = 86_400_000;

/** Months and days on the local clock, then elapsed time; with neither month nor day the clock is not asked (R2). */
function moveExactly(at: Instant, duration: Duration, zone: Zone, direction: 1 | -1): Instant {
  const moved =
    duration.months === 0 && duration.days === 0
      ? at
      : instantMeant(moveWall(wallClock(at, zone), duration, direction), zone);
  return moved + direction * duration.millis;
}

/**
 * When a holding period that begins at `completedAt` is over, and the benefit can be used. Whole days end at the
 * start of local date + n; `P0D` and `PT0S` end at once (R3). @throws DurationError, UnknownZoneError
 */
export function holdingEnd(completedAt: Instant, holding: DurationInput, zone: Zone): Instant {
  const duration = asDuration(holding);
  if (isZeroDuration(duration)) return completedAt;
  if (duration.exact) return moveExactly(completedAt, duration, zone, 1);
  return startOfDate(moveDate(localDate(completedAt, zone), duration), zone);
}

/**
 * The exclusive end of a stretch that begins at `at`: whole days run through the end of local date + n, an exact
 * duration to the millisecond (R2, R33, R34). @throws DurationError, UnknownZoneError
 */
export function usableThrough(at: Instant, length: DurationInput, zone: Zone): Instant {
  const duration = asDuration(length);
  if (duration.exact) return moveExactly(at, duration, zone, 1);
  return startOfDate(moveDate(moveDate(localDate(at, zone), duration), ONE_DAY), zone);
}

/**
 * The exclusive end of a lot's life, counted from its scheduled activation (R4) and rounded up to the end of the
 * day or month in which its last usable instant lies (R5). Null: it never expires.
 * @throws DurationError, UnknownZoneError
 */
export function expiryEnd(activatesAt: Instant, expiry: ExpiryRule | undefined, zone: Zone): Instant | null {
  if (expiry === undefined) return null;
  const end = usableThrough(activatesAt, expiry.after, zone);
  const lastDate = lastUsableDate(end, zone);
  switch (expiry.roundUpTo) {
    case undefined:
      return end;
    case 'day':
      return startOfDate(moveDate(lastDate, ONE_DAY), zone);
    case 'month':
      return startOfDate(moveDate(`${lastDate.slice(0, 7)}-01`, { months: 1, days: 0 }), zone);
  }
}

/** The date a customer is shown as "válido até": the last one on which something that ends at `expiresAt` can be used. */
export function lastUsableDate(expiresAt: Instant, zone: Zone): LocalDate {
  return localDate(expiresAt - 1, zone);
}

/**
 * When to remind a customer of an end. Whole days: at 10:00 local, that many days before the last usable date, for
 * nobody wants the message at midnight. Exact: that long before the end itself. @throws DurationError, UnknownZoneError
 */
export function reminderAt(expiresAt: Instant, before: DurationInput, zone: Zone): Instant {
  const duration = asDuration(before);
  if (duration.exact) return moveExactly(expiresAt, duration, zone, -1);
  return atLocalTime(moveDate(lastUsableDate(expiresAt, zone), duration, -1), REMINDER_TIME, zone);
}

/**
 * Until when something that ends at `expiresAt` goes on if nobody was reminded of it: moved by the longest lead whose reminder comes
 * after `from`, by a day at least where it is of whole days. Null: no reminder comes. @throws DurationError, UnknownZoneError
 */
export function fairEnd(
  expiresAt: Instant,
  leads: readonly DurationInput[],
  from: Instant,
  zone: Zone,
): Instant | null {
  const ends = leads.flatMap((lead) => {
    const at = reminderAt(expiresAt, lead, zone);
    if (at <= from || at >= expiresAt) return [];
    if (asDuration(lead).exact) return [moveExactly(expiresAt, asDuration(lead), zone, 1)];
    return [usableThrough(expiresAt - 1, isZeroDuration(lead) ? 'P1D' : lead, zone)];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}

/**
 * Until when what would go on until `fairUntil` does so once its end has moved: as many local days after the new end as after the old
 * one, where that is the end of a later day; else as much time. @throws UnknownZoneError
 */
export function fairEndMoved(fairUntil: Instant, from: Instant, to: Instant, zone: Zone): Instant {
  const dayOf = (end: Instant): number => Date.parse(lastUsableDate(end, zone)) / DAY;
  const days = dayOf(fairUntil) - dayOf(from);
  if (days <= 0 || startOfDate(localDate(fairUntil, zone), zone) !== fairUntil) return to + fairUntil - from;
  return startOfDate(moveDate(lastUsableDate(to, zone), { months: 0, days: days + 1 }), zone);
}

/**
 * When to write to a customer some time after `at`. Whole days: at 10:00 local, that many days later. Exact: that long
 * after. @throws DurationError, UnknownZoneError
 */
export function followUpAt(at: Instant, after: DurationInput, zone: Zone): Instant {
  const duration = asDuration(after);
  if (duration.exact) return moveExactly(at, duration, zone, 1);
  return atLocalTime(moveDate(localDate(at, zone), duration), REMINDER_TIME, zone);
}

import type { Instant, LocalDate, Zone } from '../../basis';
import { atLocalTime, localDate, moveDate } from '../../calendar';
import type { NoticeKind } from '../notice-key';
import type { MessageCaps } from './message-rules';
import { timeOfDay } from './quiet-hours';

/** The longest stretch that caps look back: this many local days, today among them. */
const DAYS = 30;

/** What answers something the customer has just done counts to no cap, and is held by none. */
export function countsToCaps(kind: NoticeKind): boolean {
  return kind !== 'earned' && kind !== 'returned';
}

/**
 * From when there is room for one notice more, if none is given until then: `now`, or the same time of a later local day.
 * @param told when others were given
 */
export function roomFrom(
  { perDay, perThirtyDays }: MessageCaps,
  told: readonly Instant[],
  now: Instant,
  zone: Zone,
): Instant {
  const today = localDate(now, zone);
  const dates = told.map((at) => localDate(at, zone)).sort();
  const free = [dayFree(perDay, dates, today, 1), dayFree(perThirtyDays, dates, today, DAYS)].sort().at(-1)!;
  return free === today ? now : atLocalTime(free, timeOfDay(now, zone), zone);
}

/** The first date, from today on, whose stretch of days holds fewer than `cap` of the dates, which are in order. */
function dayFree(cap: number | null, dates: readonly LocalDate[], today: LocalDate, days: number): LocalDate {
  if (cap === null) return today;
  const first = moveDate(today, { months: 0, days: days - 1 }, -1);
  const within = dates.filter((date) => date >= first);
  const last = within.at(-cap);
  if (last === undefined) return today;
  return moveDate(last, { months: 0, days });
}

import type { Instant, LocalDate, Zone } from '../basis';
import type { Duration } from './duration';
import { firstInstantAt, wallClock } from './zone';

const DAY = 86_400_000;

/** The date on the wall in `zone` at `at`. @throws UnknownZoneError */
export function localDate(at: Instant, zone: Zone): LocalDate {
  return dateOfWall(wallClock(at, zone));
}

/** The calendar month of that date, `YYYY-MM`: the period of a monthly cap (R14). @throws UnknownZoneError */
export function localMonth(at: Instant, zone: Zone): string {
  return localDate(at, zone).slice(0, 7);
}

/** The ISO day of the week of that date, 1 = Monday … 7 = Sunday (R7). @throws UnknownZoneError */
export function isoWeekday(at: Instant, zone: Zone): number {
  return ((new Date(wallClock(at, zone)).getUTCDay() + 6) % 7) + 1;
}

/** The first instant of a date, also where its midnight does not exist (R6). @throws UnknownZoneError */
export function startOfDate(date: LocalDate, zone: Zone): Instant {
  return firstInstantAt(parseWall(date), zone);
}

/** The first instant at which a clock in `zone` shows `time` (`HH:mm`) or later on `date`. @throws UnknownZoneError */
export function atLocalTime(date: LocalDate, time: string, zone: Zone): Instant {
  return firstInstantAt(parseWall(`${date}T${time}`), zone);
}

/**
 * A date moved by a duration's months and then its days; a month too short for the day ends at its last day.
 * `direction` −1 goes back. The duration's hours are no part of a date.
 */
export function moveDate(
  date: LocalDate,
  duration: Pick<Duration, 'months' | 'days'>,
  direction: 1 | -1 = 1,
): LocalDate {
  return dateOfWall(moveWall(parseWall(date), duration, direction));
}

/** The same move for a wall clock reading, whose time of day stays. */
export function moveWall(
  wall: number,
  duration: Pick<Duration, 'months' | 'days'>,
  direction: 1 | -1,
): number {
  const date = new Date(wall);
  const firstOfMonth = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + direction * duration.months, 1);
  const day = Math.min(date.getUTCDate(), daysInMonth(firstOfMonth));
  return firstOfMonth + (day - 1 + direction * duration.days) * DAY + timeOfDay(wall);
}

function daysInMonth(firstOfMonth: number): number {
  const first = new Date(firstOfMonth);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
}

/** Also for an instant before 1970, whose remainder would be negative. */
function timeOfDay(wall: number): number {
  return ((wall % DAY) + DAY) % DAY;
}

function parseWall(text: string): number {
  return Date.parse(text.includes('T') ? `${text}Z` : text);
}

function dateOfWall(wall: number): LocalDate {
  return new Date(wall).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

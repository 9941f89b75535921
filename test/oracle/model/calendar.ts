import { DateTime } from 'luxon';

/** A local calendar date, `YYYY-MM-DD`. */
export type LocalDate = string;

interface Duration {
  months: number;
  days: number;
  elapsedMs: number;
  /** Written with a `T` part: exact, not whole local days (R2). */
  exact: boolean;
}

const SHAPE =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Reads an ISO 8601 duration into months, days and elapsed milliseconds (R2). */
export function readDuration(text: string): Duration {
  const found = SHAPE.exec(text);
  if (!found) throw new Error(`not a duration: ${text}`);
  const number = (index: number): number => Number(found[index] ?? 0);
  return {
    months: number(1) * 12 + number(2),
    days: number(3) * 7 + number(4),
    elapsedMs: Math.round(number(6) * HOUR_MS + number(7) * 60_000 + number(8) * 1000),
    exact: found[5] !== undefined,
  };
}

/** The local date of an instant. */
export function localDate(instant: number, zone: string): LocalDate {
  const date = DateTime.fromMillis(instant, { zone }).toISODate();
  if (date === null) throw new Error(`no local date for ${instant} in ${zone}`);
  return date;
}

/** ISO weekday of a date: 1 is Monday (R7). */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Adds months, clamped to the month's last day, then days. */
export function addToDate(date: LocalDate, months: number, days: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const clamped = Date.UTC(year, month - 1 + months, Math.min(day, lastDay));
  return new Date(clamped + days * DAY_MS).toISOString().slice(0, 10);
}

/** The first instant of a local date, found by looking: the earliest whose local date is not before it (R6). */
export function startOf(date: LocalDate, zone: string): number {
  const utcMidnight = Date.parse(`${date}T00:00:00Z`);
  let before = utcMidnight - 16 * HOUR_MS;
  let after = utcMidnight + 16 * HOUR_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDate(middle, zone) >= date) after = middle;
    else before = middle;
  }
  return after;
}

function exactlyAfter(from: number, duration: Duration, zone: string): number {
  const { months, days, elapsedMs } = duration;
  if (months === 0 && days === 0) return from + elapsedMs;
  return DateTime.fromMillis(from, { zone }).plus({ months, days }).toMillis() + elapsedMs;
}

/** End of a holding period: whole days end at the start of local date + n, a zero one at once (R3). */
export function endOfHolding(from: number, text: string, zone: string): number {
  const duration = readDuration(text);
  if (duration.exact) return exactlyAfter(from, duration, zone);
  if (duration.months === 0 && duration.days === 0) return from;
  return startOf(addToDate(localDate(from, zone), duration.months, duration.days), zone);
}

/** Exclusive end of "usable through the end of local date + n" (R4, R33, R34), or an exact duration on. */
export function endOfUse(from: number, text: string, zone: string): number {
  const duration = readDuration(text);
  if (duration.exact) return exactlyAfter(from, duration, zone);
  const last = addToDate(localDate(from, zone), duration.months, duration.days);
  return startOf(addToDate(last, 0, 1), zone);
}

/** When a reminder goes out that is due so long before an end: at 10:00 of that day, or exactly. */
export function reminderOf(end: number, lead: string, zone: string): number {
  const { exact, months, days, elapsedMs } = readDuration(lead);
  if (exact) return DateTime.fromMillis(end, { zone }).minus({ months, days }).toMillis() - elapsedMs;
  const day = addToDate(localDate(end - 1, zone), -months, -days);
  return DateTime.fromISO(`${day}T10:00`, { zone }).toMillis();
}

/** An end, and so long more: through the end of that day, one day at least, or exactly. */
export function laterEnd(end: number, lead: string, zone: string): number {
  const duration = readDuration(lead);
  if (duration.exact) return exactlyAfter(end, duration, zone);
  return endOfUse(end - 1, duration.months + duration.days === 0 ? 'P1D' : lead, zone);
}

/** What was to last until `later` instead of `end`, once the end is another: as many days longer where it lasted to the end of one, else as long. */
export function asMuchLater(end: number, later: number, newEnd: number, zone: string): number {
  const lastDate = (at: number): LocalDate => localDate(at - 1, zone);
  const days = (Date.parse(lastDate(later)) - Date.parse(lastDate(end))) / DAY_MS;
  const lastsWholeDays = days > 0 && startOf(localDate(later, zone), zone) === later;
  if (!lastsWholeDays) return newEnd + (later - end);
  return startOf(addToDate(lastDate(newEnd), 0, days + 1), zone);
}

/** Rounds an exclusive end up to the end of the day or month of its last usable instant (R5). */
export function roundUp(end: number, unit: 'day' | 'month' | undefined, zone: string): number {
  if (unit === undefined) return end;
  const last = localDate(end - 1, zone);
  const next = unit === 'day' ? addToDate(last, 0, 1) : addToDate(`${last.slice(0, 7)}-01`, 1, 0);
  return startOf(next, zone);
}

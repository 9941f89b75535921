import { DateTime } from 'luxon';

const zone = 'America/Sao_Paulo';

/** The local date of an instant (epoch ms), `YYYY-MM-DD`: Bling's dates carry no zone and are Brasília time. */
export function localDate(instant: number): string {
  return DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd');
}

/** An instant (epoch ms) as Bling writes dates with a time: `YYYY-MM-DD HH:MM:SS`. */
export function brasiliaText(instant: number): string {
  return DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
}

/**
 * The instant (epoch ms) a Bling date or date-time names, read as Brasília time.
 * Only `YYYY-MM-DD` and `YYYY-MM-DD HH:MM:SS` are Bling's; anything else, an ISO string with a zone included,
 * is undefined.
 */
export function instantOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/.test(text)) return undefined;
  const time = DateTime.fromSQL(text, { zone });
  return time.isValid ? time.toMillis() : undefined;
}

/** True when the period is longer than the year Bling allows in a filter. */
export function isOverOneYear(from: number, until: number): boolean {
  return until > DateTime.fromMillis(from, { zone }).plus({ years: 1 }).toMillis();
}

const day = 86_400_000;

/** A date so many days later: plain calendar arithmetic, no zone is involved. */
export function plusDays(date: string, days: number): string {
  return days === 0 ? date : new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

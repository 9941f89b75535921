import { DateTime } from 'luxon';
import type { Instant, Zone } from '../../loyalty';

/** Bling's clock: its dates and times carry no zone and are Brasília's, and so is the day of its quota. */
export const BLING_ZONE: Zone = 'America/Sao_Paulo';

/**
 * An instant as Bling's filters take it, `YYYY-MM-DD HH:MM:SS` in Brasília time. Parts of a second are
 * dropped.
 */
export function brasiliaText(at: Instant): string {
  return DateTime.fromMillis(at, { zone: BLING_ZONE }).toFormat('yyyy-MM-dd HH:mm:ss');
}

/** The instant that `YYYY-MM-DD HH:MM:SS` of Bling's names, Brasília time; null: it names none. */
export function brasiliaInstant(text: string | null): Instant | null {
  const moment = DateTime.fromSQL(text ?? '', { zone: BLING_ZONE });
  return moment.isValid ? moment.toMillis() : null;
}

/** Milliseconds until the next day begins in Brasília. */
export function untilTomorrow(now: Instant): number {
  return DateTime.fromMillis(now, { zone: BLING_ZONE }).plus({ days: 1 }).startOf('day').toMillis() - now;
}

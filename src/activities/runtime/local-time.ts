import { DateTime } from 'luxon';
import { dateWords, localDate } from '../../loyalty';
import type { Instant } from '../../loyalty';

/** An instant as people in Brazil write it, on a store's clock: `27/11/2026 às 10:44`. */
export function localTime(at: Instant, zone: string): string {
  return DateTime.fromMillis(at, { zone }).toFormat("dd/MM/yyyy 'às' HH:mm");
}

/** The local date of an instant, so written: `27/11/2026`. */
export function localDay(at: Instant, zone: string): string {
  return dateWords(localDate(at, zone));
}

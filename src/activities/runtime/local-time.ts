import { DateTime } from 'luxon';
import { localDate } from '../../loyalty';
import type { Instant } from '../../loyalty';

/** An instant as people in Brazil write it, on a store's clock: `27/11/2026 às 10:44`. */
export function localTime(at: Instant, zone: string): string {
  return DateTime.fromMillis(at, { zone }).toFormat("dd/MM/yyyy 'às' HH:mm");
}

/** A local date (`2026-11-27`) as people in Brazil write it: `27/11/2026`. */
export function writtenDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** The local date of an instant, so written. */
export function localDay(at: Instant, zone: string): string {
  return writtenDate(localDate(at, zone));
}

import type { Instant, Zone } from '../basis';
import { localDate, startOfDate } from '../calendar';
import type { Duration } from '../calendar';
import type { DueNotice } from './due-notice';

/**
 * What is due for everybody at one instant is carried out within so long after it, each sale at a moment of its own. Nobody has more
 * or less by it: the clock decides at every use and in every answer, whenever it is carried out (R1, R45).
 */
const SPREAD_MS = 2 * 3_600_000;

/** Where in that time a sale has its moment, from 0 to below 1: always the same for the same id, and even over many. */
export function momentOf(saleId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < saleId.length; index += 1)
    hash = Math.imul(hash ^ saleId.charCodeAt(index), 0x01000193);
  // Ids that differ in their last letter alone would lie side by side.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** How long something due at `at` may wait, in milliseconds; before `end` half of what is left at most. Null: there is no end. */
export function spreadUntil(at: Instant, end: Instant | null): number {
  return end === null ? SPREAD_MS : Math.max(0, Math.min(SPREAD_MS, Math.floor((end - at) / 2)));
}

/** The same of a notice that comes so long before or after something: one of whole days comes when everybody's does. */
export function noticeSpread(
  { exact }: Duration,
  at: Instant,
  end: Instant | null,
): Pick<DueNotice, 'within'> {
  return exact ? {} : { within: spreadUntil(at, end) };
}

/** Whether a day begins then: what a date decides is due at one instant for all that have this date. */
export function beginsDay(at: Instant, zone: Zone): boolean {
  return startOfDate(localDate(at, zone), zone) === at;
}

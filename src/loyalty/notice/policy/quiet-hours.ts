import type { Instant, Zone } from '../../basis';
import { atLocalTime, isoWeekday, localDate, moveDate, startOfDate, wallClock } from '../../calendar';
import { spreadUntil } from '../spread';
import type { QuietHours } from './message-rules';

const ONE_DAY = { months: 0, days: 1 };
/** Days to look ahead: after a week every day of the week has been. */
const AHEAD = 8;

/** What the clock on the wall shows, `HH:mm`. */
export function timeOfDay(at: Instant, zone: Zone): string {
  return new Date(wallClock(at, zone)).toISOString().slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:mm'.length);
}

/** Whether nobody is written to at this instant. */
export function isQuiet({ from, to, days }: QuietHours, at: Instant, zone: Zone): boolean {
  if (days.includes(isoWeekday(at, zone))) return true;
  if (from === to) return false;
  const time = timeOfDay(at, zone);
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/**
 * The first moment from `at` on at which somebody may be written to: `at` itself, or some time after the quiet hours have ended. All
 * that waited for it is spread over the beginning of the open hours.
 * @param moment where in the spread, from 0 to below 1
 */
export function openMoment(quiet: QuietHours | null, at: Instant, zone: Zone, moment: number): Instant {
  if (quiet === null || !isQuiet(quiet, at, zone)) return at;
  const bounds = boundsFrom(quiet, at, zone);
  const opens = bounds.find((bound) => !isQuiet(quiet, bound, zone));
  // Days that are all quiet are refused where they are set: nothing is held for ever by them.
  if (opens === undefined) return at;
  const closes = bounds.find((bound) => bound > opens && isQuiet(quiet, bound, zone)) ?? null;
  const spread = opens + Math.floor(moment * spreadUntil(opens, closes));
  return isQuiet(quiet, spread, zone) ? opens : spread;
}

/** Every instant after `at` at which hours may begin or end to be quiet, in order. */
function boundsFrom({ from, to }: QuietHours, at: Instant, zone: Zone): Instant[] {
  const bounds: Instant[] = [];
  let date = localDate(at, zone);
  for (let day = 0; day <= AHEAD; day += 1) {
    bounds.push(startOfDate(date, zone), atLocalTime(date, from, zone), atLocalTime(date, to, zone));
    date = moveDate(date, ONE_DAY);
  }
  return bounds.filter((bound) => bound > at).sort((a, b) => a - b);
}
